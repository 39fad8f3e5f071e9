package cn.tuanwu.pdf;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.letters.Letters;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Papers as files: pages become one, a foreign one is examined, a page is shown as a picture. */
@Component
public class PdfDesk {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int WIDEST = 2400;
    private static final int NARROWEST = 64;

    private final Letters letters;
    private final BoundedWork work = new BoundedWork();

    public PdfDesk(Letters letters) {
        this.letters = letters;
    }

    /**
     * One A4 page each, in this order, at most 20 MB; the same leaves give the same bytes.
     *
     * @throws IllegalArgumentException without leaves, or when a leaf is no JPEG
     */
    public byte[] book(List<Leaf> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a book has pages");
        }
        try {
            return Book.of(leaves);
        } catch (IOException e) {
            throw new IllegalArgumentException("a page's own picture does not open", e);
        }
    }

    /**
     * What may be kept of a PDF from outside: what can be seen, and nothing that acts. Refused are PDF_NOT_A_PDF,
     * PDF_TOO_LARGE, PDF_ENCRYPTED, PDF_SCRIPT, PDF_LAUNCH, PDF_ATTACHMENT, PDF_BROKEN, PDF_BOMB, PDF_TOO_MANY_PAGES and
     * PDF_EMPTY, each with a sentence that says what to do. Takes ten seconds at most, whatever the file.
     */
    public Outcome<Paper> check(byte[] file) {
        if (file.length > Findings.MOST_BYTES) {
            return Outcome.refused(Findings.TOO_LARGE);
        }
        try {
            return bounded(budget -> new Examination(file, budget));
        } catch (Budget.Spent e) {
            return Outcome.refused(Findings.BOMB);
        } catch (IOException | RuntimeException e) {
            // Parsers throw whatever they like at a broken file.
            return Outcome.refused(Findings.BROKEN);
        }
    }

    /**
     * A JPEG of one page of a PDF that {@link #book} made or {@link #check} gave back, the watermark drawn all over it.
     *
     * @param page 1 is the first
     * @param width in pixels, up to 2400
     * @throws IllegalStateException when it can't be drawn, or not within ten seconds
     */
    public byte[] picture(byte[] pdf, int page, String watermark, int width) {
        int wide = Math.max(NARROWEST, Math.min(WIDEST, width));
        Watermark mark = Watermark.of(watermark, letters);
        try {
            return bounded(budget -> new PagePicture(pdf, page, wide, mark, budget));
        } catch (IOException | Budget.Spent e) {
            throw new IllegalStateException("A page can't be drawn", e);
        }
    }

    private <T> T bounded(Function<Budget, Callable<T>> task) throws IOException {
        try {
            return work.within(TIME, task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a paper was looked at", e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One photographed page.
     *
     * @param quarters turns to the right it is to be seen with
     */
    public record Leaf(byte[] jpeg, int quarters) {}

    /**
     * A foreign PDF that may be kept.
     *
     * @param content the cleaned bytes: these are kept, not the ones that came
     */
    public record Paper(byte[] content, int pages) {}
}
