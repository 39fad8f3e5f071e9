package cn.tuanwu.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.letters.Letters;
import cn.tuanwu.support.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages become a PDF, a foreign one is cleaned, a page is shown. */
@Tag("forms")
class PdfDeskTest {
    private final PdfDesk desk = new PdfDesk(new Letters());

    /** Break: in Book.of, decode the pictures and draw them anew; or reverse the leaves. */
    @Test
    void theLeavesAreInTheBookInTheirOrderByteForByte() throws IOException {
        byte[] first = Photos.jpeg(300, 400);
        byte[] second = Photos.jpeg(301, 400);
        byte[] book = desk.book(List.of(leaf(first, 0), leaf(second, 0)));
        String text = text(book);
        assertThat(text.indexOf(text(first))).isPositive();
        assertThat(text.indexOf(text(second))).isGreaterThan(text.indexOf(text(first)));
        try (PDDocument document = Loader.loadPDF(book)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
        }
    }

    /** Break: in Book.of, leave the document its own id. */
    @Test
    void theSameLeavesGiveTheSameBytes() {
        List<PdfDesk.Leaf> leaves = List.of(leaf(Photos.jpeg(300, 400), 1), leaf(Photos.jpeg(300, 410), 0));
        byte[] once = desk.book(leaves);
        long then = System.currentTimeMillis();
        await().until(() -> System.currentTimeMillis() > then);
        assertThat(desk.book(leaves)).isEqualTo(once);
    }

    /** The red edge is on the left of the picture. Break: in Book.add, turn to the left. */
    @Test
    void aLeafIsSeenTurnedToTheRight() throws IOException {
        byte[] book = desk.book(List.of(
                leaf(Photos.jpeg(300, 400), 0),
                leaf(Photos.jpeg(300, 400), 1),
                leaf(Photos.jpeg(300, 400), 2),
                leaf(Photos.jpeg(300, 400), -1)));
        assertThat(redSide(book, 1)).isEqualTo("left");
        assertThat(redSide(book, 2)).isEqualTo("top");
        assertThat(redSide(book, 3)).isEqualTo("right");
        assertThat(redSide(book, 4)).isEqualTo("bottom");
    }

    /** Break: in Book.of, never make a picture lighter. */
    @Test
    void aBookIsNeverAbove20Megabytes() throws IOException {
        byte[] heavy = noise(1300, 1800);
        assertThat(heavy.length * 16).isGreaterThan(20 << 20);
        byte[] book = desk.book(Collections.nCopies(16, leaf(heavy, 0)));
        assertThat(book.length).isLessThanOrEqualTo(20 << 20);
    }

    /** Break: in Book.of, leave out PhotoDesk.bare; in Cleaning.clean, leave out Jpeg.bare. */
    @Test
    void noPlaceIsLeftInAPictureNeitherOursNorTheirs() throws IOException {
        byte[] taken = Photos.taken(300, 400, 1);
        assertThat(text(taken)).contains(Photos.PLACE);
        assertThat(text(desk.book(List.of(leaf(taken, 0))))).doesNotContain("Exif", Photos.PLACE);
        for (String filter : List.of("/DCTDecode", "[/FlateDecode /DCTDecode]")) {
            byte[] inside = filter.startsWith("[") ? RawPdf.deflated(taken) : taken;
            byte[] foreign = withPicture("/Filter " + filter, inside);
            PdfDesk.Paper paper = kept(foreign);
            assertThat(text(paper.content())).doesNotContain("Exif", Photos.PLACE);
            assertThat(text(paper.content()))
                    .as("the picture itself")
                    .contains(text(Photos.jpeg(300, 400)).substring(20));
            assertThat(red(paper.content(), 1, 0.05, 0.5)).isTrue();
        }
    }

    /** Break: in Cleaning.bare, leave out InlinePictures; in Jp2.bare, keep every box. */
    @Test
    void noPlaceIsLeftInAPictureAmongTheDrawingInstructions() throws IOException {
        byte[] taken = Photos.taken(30, 40, 1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(
                "q 300 0 0 400 0 0 cm BI /W 30 /H 40 /BPC 8 /CS /RGB /F /DCT ID ".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(taken);
        content.writeBytes("\nEI Q".getBytes(StandardCharsets.US_ASCII));
        byte[] foreign = new RawPdf()
                        .add("<< /Type /Catalog /Pages 2 0 R >>")
                        .add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R >>")
                        .stream("", content.toByteArray())
                        .bytes();
        try (PDDocument document = Loader.loadPDF(kept(foreign).content())) {
            String drawn = text(document.getPage(0).getContents().readAllBytes());
            assertThat(drawn).doesNotContain("Exif", Photos.PLACE).contains("JFIF");
        }
        byte[] boxes = "\0\0\0\u000cjP  \r\n..\0\0\0\u0010uuid23N113E.\0\0\0\0jp2cpicture"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(text(Jp2.bare(boxes))).isEqualTo("\0\0\0\u000cjP  \r\n..\0\0\0\0jp2cpicture");
    }

    /** Break: any line of Cleaning. */
    @Test
    void whatNobodySeesIsGoneAndTheRestIsThere() throws IOException {
        String link =
                "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://track.example) >> >>]";
        byte[] foreign = RawPdf.harmless(
                        "/OpenAction [3 0 R /Fit] /Metadata 5 0 R /PieceInfo << /Secret (piece) >> /Names << /Dests << /Names [(here) [3 0 R /Fit]] >> >>",
                        link + " /Metadata 5 0 R /AA << /O << /S /GoTo /D [3 0 R /Fit] >> >>")
                .stream(
                        "/Type /Metadata /Subtype /XML",
                        "<x:xmpmeta>Zhang San's phone</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII))
                .add("<< /Author (Zhang San) /Producer (Office) >>")
                .trailer("/Info 6 0 R")
                .bytes();
        PdfDesk.Paper paper = kept(foreign);
        assertThat(paper.pages()).isEqualTo(1);
        assertThat(unpacked(paper.content()))
                .doesNotContain("Zhang", "xmpmeta", "track.example", "piece", "Producer", "OpenAction", "/AA");
        try (PDDocument document = Loader.loadPDF(paper.content())) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(catalog.getNames().getDests()).isNotNull();
            assertThat(document.getPage(0).getContents().readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .contains("500 500 l S");
            assertThat(document.getPage(0).getCOSObject().containsKey(COSName.ANNOTS))
                    .isTrue();
        }
        assertThat(kept(foreign).content())
                .as("the same file gives the same bytes")
                .isEqualTo(paper.content());
    }

    /** Break: in PagePicture.call, leave out the watermark. */
    @Test
    void aPageIsShownAsWideAsAskedWithTheWatermarkAllOverIt() throws IOException {
        byte[] book = desk.book(List.of(leaf(Photos.jpeg(300, 400), 0)));
        BufferedImage plain = image(desk.picture(book, 1, " ", 800));
        BufferedImage marked = image(desk.picture(book, 1, "陈静 2026-11-22 19:05", 800));
        assertThat(marked.getWidth()).isEqualTo(800);
        for (int part = 0; part < 16; part++) {
            assertThat(differs(plain, marked, part % 4, part / 4))
                    .as("part " + part)
                    .isTrue();
        }
    }

    /** Break: in Watermark.of, draw nothing when letters are missing. */
    @Test
    void onAMachineWithoutAChineseFontTheWatermarkIsInPinyin() throws IOException {
        Letters none = new Letters() {
            @Override
            public boolean missing(Collection<String> texts) {
                return true;
            }
        };
        assertThat(LatinLetters.latin("陈静 19:05")).isEqualTo("chen jing  19:05");
        byte[] book = desk.book(List.of(leaf(Photos.jpeg(300, 400), 0)));
        BufferedImage marked = image(new PdfDesk(none).picture(book, 1, "陈静 2026-11-22", 800));
        assertThat(differs(image(desk.picture(book, 1, " ", 800)), marked, 2, 2))
                .isTrue();
    }

    /**
     * Each picture draws the next one ten times, ten deep. Break: in BoundedWork.within, wait without an end, and
     * in PagePicture leave out the budget.
     */
    @Test
    void aPageThatIsNeverFinishedIsGivenUp() {
        RawPdf lol = new RawPdf()
                        .add("<< /Type /Catalog /Pages 2 0 R >>")
                        .add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .add(
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>")
                        .stream("", "/A Do".getBytes(StandardCharsets.US_ASCII));
        for (int i = 5; i < 15; i++) {
            lol.stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A " + (i + 1)
                            + " 0 R >> >>",
                    "/A Do ".repeat(10).getBytes(StandardCharsets.US_ASCII));
        }
        byte[] paper = lol.stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 9 9]",
                        "0 0 m 9 9 l S".getBytes(StandardCharsets.US_ASCII))
                .bytes();
        Watermark mark = Watermark.of("x", new Letters());
        BoundedWork work = new BoundedWork();
        long before = System.nanoTime();
        assertThatThrownBy(() ->
                        work.within(Duration.ofMillis(700), budget -> new PagePicture(paper, 1, 300, mark, budget)))
                .isInstanceOf(Budget.Spent.class);
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    private PdfDesk.Paper kept(byte[] file) {
        return ((Outcome.Done<PdfDesk.Paper>) desk.check(file)).value();
    }

    private static PdfDesk.Leaf leaf(byte[] jpeg, int quarters) {
        return new PdfDesk.Leaf(jpeg, quarters);
    }

    private static byte[] withPicture(String filter, byte[] jpeg) {
        return new RawPdf()
                        .add("<< /Type /Catalog /Pages 2 0 R >>")
                        .add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .add(
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>")
                        .stream("", "300 0 0 400 0 0 cm /A Do".getBytes(StandardCharsets.US_ASCII))
                        .stream(
                                "/Type /XObject /Subtype /Image /Width 300 /Height 400 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
                                        + filter,
                                jpeg)
                        .bytes();
    }

    private String redSide(byte[] book, int page) throws IOException {
        List<String> sides = List.of("left", "top", "right", "bottom");
        double[][] places = {{0.08, 0.5}, {0.5, 0.14}, {0.92, 0.5}, {0.5, 0.86}};
        for (int i = 0; i < 4; i++) {
            if (red(book, page, places[i][0], places[i][1])) {
                return sides.get(i);
            }
        }
        return "nowhere";
    }

    private boolean red(byte[] pdf, int page, double x, double y) throws IOException {
        BufferedImage image = image(desk.picture(pdf, page, " ", 400));
        int pixel = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
        return (pixel >> 16 & 0xff) > 150 && (pixel >> 8 & 0xff) < 110;
    }

    private static boolean differs(BufferedImage one, BufferedImage other, int column, int row) {
        int wide = one.getWidth() / 4;
        int high = one.getHeight() / 4;
        int count = 0;
        for (int y = row * high; y < (row + 1) * high; y++) {
            for (int x = column * wide; x < (column + 1) * wide; x++) {
                int changed = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    changed += Math.abs((one.getRGB(x, y) >> shift & 0xff) - (other.getRGB(x, y) >> shift & 0xff));
                }
                count += changed > 20 ? 1 : 0;
            }
        }
        return count > 50;
    }

    private static String unpacked(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return text(bytes.toByteArray());
        }
    }

    private static byte[] noise(int width, int height) throws IOException {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
