package cn.tuanwu.pdf;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/** Papers as files: pages become one, a foreign one is examined, a page is shown as a picture. */
@Component
public class PdfDesk {

    /** One A4 page each, in this order, at most 20 MB; the same leaves give the same bytes. */
    public byte[] book(List<Leaf> leaves) {
        try (PDDocument document = new PDDocument()) {
            for (Leaf leaf : leaves) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(leaf.quarters() * 90);
                document.addPage(page);
                PDImageXObject image = JPEGFactory.createFromByteArray(document, leaf.jpeg());
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A page's own picture does not open", e);
        }
    }

    /**
     * What may be kept of a PDF from outside: what can be seen, and nothing that acts. Refused are PDF_NOT_A_PDF,
     * PDF_TOO_LARGE, PDF_ENCRYPTED, PDF_SCRIPT, PDF_LAUNCH, PDF_ATTACHMENT, PDF_BROKEN, PDF_BOMB, PDF_TOO_MANY_PAGES and
     * PDF_EMPTY, each with a sentence that says what to do. Takes ten seconds at most, whatever the file.
     */
    public Outcome<Paper> check(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return Outcome.done(new Paper(file, document.getNumberOfPages()));
        } catch (IOException | RuntimeException e) {
            return Outcome.refused(Refusal.of("PDF_NOT_A_PDF", "这不是 PDF 文件，请重新导出或扫描成 PDF 后上传。"));
        }
    }

    /**
     * A JPEG of one page of a PDF that {@link #book} made or {@link #check} gave back, the watermark drawn all over it.
     *
     * @param page 1 is the first
     * @param width in pixels, up to 2400
     */
    public byte[] picture(byte[] pdf, int page, String watermark, int width) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            float wide = document.getPage(page - 1).getCropBox().getWidth();
            BufferedImage image = new PDFRenderer(document).renderImage(page - 1, width / wide);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A paper of this house does not open", e);
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
