package cn.tuanwu.pdf;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** One foreign PDF, looked at from outside to inside. */
final class Examination implements Callable<Outcome<PdfDesk.Paper>> {
    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** Some scanners write a line of their own first. */
    private static final int MAGIC_WITHIN = 1024;

    private static final long MEMORY = 256L * 1024 * 1024;

    private final byte[] file;
    private final Budget budget;

    Examination(byte[] file, Budget budget) {
        this.file = file;
        this.budget = budget;
    }

    @Override
    public Outcome<PdfDesk.Paper> call() throws IOException {
        if (!hasMagic()) {
            return Outcome.refused(Findings.NOT_A_PDF);
        }
        FirstLook.at(file, budget);
        try (PDDocument document = Loader.loadPDF(
                new TimedBytes(file, budget), "", MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache)) {
            return document.isEncrypted() ? Outcome.refused(Findings.ENCRYPTED) : examined(document);
        } catch (InvalidPasswordException e) {
            return Outcome.refused(Findings.ENCRYPTED);
        }
    }

    private Outcome<PdfDesk.Paper> examined(PDDocument document) throws IOException {
        Walk walk = new Walk(budget);
        Optional<Refusal> found = walk.from(document.getDocument().getTrailer());
        Pages pages = Pages.of(document.getDocumentCatalog().getCOSObject());
        Optional<Refusal> wrong = found.or(pages::wrong);
        return wrong.isPresent()
                ? Outcome.refused(wrong.get())
                : Outcome.done(new PdfDesk.Paper(Cleaning.of(document, walk.dictionaries()), pages.count()));
    }

    private boolean hasMagic() {
        for (int at = 0; at < Math.min(MAGIC_WITHIN, file.length - MAGIC.length); at++) {
            boolean same = true;
            for (int i = 0; same && i < MAGIC.length; i++) {
                same = file[at + i] == MAGIC[i];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }
}
