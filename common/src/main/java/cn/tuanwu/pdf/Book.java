package cn.tuanwu.pdf;

import cn.tuanwu.photo.PhotoDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** A PDF of photographed pages, each on a sheet of A4. The pictures go in as they are, byte for byte. */
final class Book {
    private static final PDRectangle UPRIGHT = PDRectangle.A4;
    private static final PDRectangle LYING = new PDRectangle(UPRIGHT.getHeight(), UPRIGHT.getWidth());
    /** 3 mm: printers leave that much blank. */
    private static final float MARGIN = 8.5f;

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    /** What the PDF itself needs, more than enough. */
    private static final int BINDING = 64 * 1024;

    private Book() {}

    static byte[] of(List<PdfDesk.Leaf> leaves) throws IOException {
        long all = leaves.stream().mapToLong(leaf -> leaf.jpeg().length).sum();
        int share = all + BINDING > MOST_BYTES ? (MOST_BYTES - BINDING) / leaves.size() : Integer.MAX_VALUE;
        try (PDDocument document = new PDDocument()) {
            for (PdfDesk.Leaf leaf : leaves) {
                byte[] jpeg = PhotoDesk.bare(leaf.jpeg());
                add(document, jpeg.length > share ? PhotoDesk.lighter(jpeg, share) : jpeg, leaf.quarters());
            }
            // Else the time of day would be part of the document's id.
            document.setDocumentId(0L);
            document.getDocument().getTrailer().removeItem(COSName.INFO);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void add(PDDocument document, byte[] jpeg, int turns) throws IOException {
        PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg);
        int quarters = Math.floorMod(turns, 4);
        boolean swaps = quarters % 2 == 1;
        float seenWide = swaps ? image.getHeight() : image.getWidth();
        float seenHigh = swaps ? image.getWidth() : image.getHeight();
        PDPage page = new PDPage(seenWide > seenHigh ? LYING : UPRIGHT);
        document.addPage(page);
        PDRectangle box = page.getMediaBox();
        float scale = Math.min((box.getWidth() - 2 * MARGIN) / seenWide, (box.getHeight() - 2 * MARGIN) / seenHigh);
        Matrix matrix = Matrix.getTranslateInstance(box.getWidth() / 2, box.getHeight() / 2);
        // PDF turns to the left.
        matrix.rotate(-quarters * Math.PI / 2);
        matrix.translate(-image.getWidth() * scale / 2, -image.getHeight() * scale / 2);
        matrix.scale(image.getWidth() * scale, image.getHeight() * scale);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, matrix);
        }
    }
}
