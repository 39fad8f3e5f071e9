package cn.tuanwu.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.letters.Letters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PDFs nobody should open, each with the code it is refused with. Tests run with 768 MB of memory.
 *
 * <p>Break: any line of Walk.look, Walk.stream, Unfolding.count, FirstLook.all, Pages.wrong.
 */
@Tag("forms")
class HostilePdfTest {
    private static final PdfDesk desk = new PdfDesk(new Letters());
    private static final String XOBJECT = "/Resources << /XObject << /A 5 0 R >> >>";
    private static final String SCRIPT = "<< /S /JavaScript /JS (app.alert(1)) >>";

    static Stream<Arguments> files() throws IOException {
        return Stream.of(plain(), scripts(), outward(), attachments(), bombs(), pages())
                .flatMap(files -> files);
    }

    private static Stream<Arguments> plain() throws IOException {
        byte[] large = Arrays.copyOf(harmless("", ""), 21 * 1024 * 1024);
        byte[] whole = harmless("", "");
        return Stream.of(
                file("a program that was renamed", "PDF_NOT_A_PDF", "MZ\u0090 this is a program".repeat(99)),
                file("nothing at all", "PDF_NOT_A_PDF", ""),
                file("21 MB", "PDF_TOO_LARGE", large),
                file("a password to open it", "PDF_ENCRYPTED", encrypted("secret")),
                file("a password to print it", "PDF_ENCRYPTED", encrypted("")),
                file("only the first bytes", "PDF_BROKEN", Arrays.copyOf(whole, 20)),
                file("a PDF's first line and noise", "PDF_BROKEN", "%PDF-1.7\n" + "noise ".repeat(4000)));
    }

    private static Stream<Arguments> scripts() throws IOException {
        return Stream.of(
                file("a script when opened", "PDF_SCRIPT", harmless("/OpenAction " + SCRIPT, "")),
                file(
                        "a script among the names",
                        "PDF_SCRIPT",
                        harmless("/Names << /JavaScript << /Names [(a) " + SCRIPT + "] >> >>", "")),
                file("a script when a page is left", "PDF_SCRIPT", harmless("", "/AA << /C " + SCRIPT + " >>")),
                file(
                        "a script in a note",
                        "PDF_SCRIPT",
                        harmless("", "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A " + SCRIPT + " >>]")),
                file(
                        "a script after a link",
                        "PDF_SCRIPT",
                        harmless(
                                "",
                                "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://a) /Next "
                                        + SCRIPT + " >> >>]")),
                file(
                        "a script with its name in disguise",
                        "PDF_SCRIPT",
                        harmless("/OpenAction << /S /Java#53cript /#4aS (a) >>", "")),
                file("a script packed away", "PDF_SCRIPT", packed(harmless("/OpenAction " + SCRIPT, ""))),
                file("a form that changes itself", "PDF_SCRIPT", harmless("/AcroForm << /Fields [] /XFA (x) >>", "")));
    }

    private static Stream<Arguments> outward() {
        return Stream.of(
                file("starts a program", "PDF_LAUNCH", harmless("/OpenAction << /S /Launch /F (cmd.exe) >>", "")),
                file(
                        "opens another file",
                        "PDF_LAUNCH",
                        harmless("", note("<< /S /GoToR /F (other.pdf) /D [0 /Fit] >>"))),
                file(
                        "sends what was filled in",
                        "PDF_LAUNCH",
                        harmless("", note("<< /S /SubmitForm /F (http://a) >>"))),
                file("fetches data", "PDF_LAUNCH", harmless("", note("<< /S /ImportData /F (data.fdf) >>"))),
                file(
                        "has its content elsewhere",
                        "PDF_LAUNCH",
                        RawPdf.harmless("", "/Metadata 5 0 R").stream("/F (other)", new byte[0])
                                .bytes()));
    }

    private static Stream<Arguments> attachments() {
        String spec = "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>";
        return Stream.of(
                file(
                        "a file among the names",
                        "PDF_ATTACHMENT",
                        RawPdf.harmless("/Names << /EmbeddedFiles << /Names [(a) " + spec + "] >> >>", "").stream(
                                        "/Type /EmbeddedFile", new byte[9])
                                .bytes()),
                file(
                        "a file as a paper clip",
                        "PDF_ATTACHMENT",
                        RawPdf.harmless(
                                        "",
                                        "/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS " + spec
                                                + " >>]")
                                .stream("", new byte[9])
                                .bytes()),
                file(
                        "a film",
                        "PDF_ATTACHMENT",
                        harmless("", "/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]")));
    }

    private static Stream<Arguments> bombs() throws IOException {
        byte[] zeros = RawPdf.zeros(300L << 20);
        // Slow to unfold: 200 MB only where proofs are to be heavy.
        byte[] runs = new byte["full".equals(System.getProperty("proof")) ? 8 << 20 : 0];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129;
        }
        Stream<Arguments> slow = runs.length == 0
                ? Stream.of()
                : Stream.of(file(
                        "packed in runs",
                        "PDF_BOMB",
                        RawPdf.harmless("", XOBJECT).stream("/Filter /RunLengthDecode", runs)
                                .bytes()));
        return Stream.concat(
                slow,
                Stream.of(
                        file(
                                "a page of 300 MB",
                                "PDF_BOMB",
                                RawPdf.harmless("", XOBJECT).stream("/Filter /FlateDecode", zeros)
                                        .bytes()),
                        file(
                                "packed twice",
                                "PDF_BOMB",
                                RawPdf.harmless("", XOBJECT).stream(
                                                "/Filter [/FlateDecode /FlateDecode]", RawPdf.deflated(zeros))
                                        .bytes()),
                        file(
                                "a table of contents of 300 MB",
                                "PDF_BOMB",
                                crossReference("/Filter /FlateDecode", zeros)),
                        file(
                                "a table packed strangely",
                                "PDF_BROKEN",
                                crossReference("/Filter [/RunLengthDecode /FlateDecode]", zeros)),
                        file(
                                "a row of a billion columns",
                                "PDF_BOMB",
                                RawPdf.harmless("", XOBJECT).stream(
                                                "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1000000000 >>",
                                                RawPdf.deflated(new byte[99]))
                                        .bytes()),
                        file(
                                "a picture as large as a city",
                                "PDF_BOMB",
                                RawPdf.harmless("", XOBJECT).stream(
                                                "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
                                                new byte[9])
                                        .bytes()),
                        file(
                                "a hundred thousand brackets",
                                "PDF_BROKEN",
                                harmless("/X " + "[".repeat(100_000) + "]".repeat(100_000), ""))));
    }

    private static Stream<Arguments> pages() {
        RawPdf many = new RawPdf()
                .add("<< /Type /Catalog /Pages 2 0 R >>")
                .add("<< /Type /Pages /Count 31 /Kids [" + kids() + "] >>");
        for (int i = 0; i < 31; i++) {
            many.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 34 0 R >>");
        }
        many.stream("", "0 0 m 9 9 l S".getBytes(StandardCharsets.US_ASCII));
        return Stream.of(
                file("31 pages", "PDF_TOO_MANY_PAGES", many.bytes()),
                file(
                        "pages that contain themselves",
                        "PDF_BROKEN",
                        new RawPdf()
                                .add("<< /Type /Catalog /Pages 2 0 R >>")
                                .add("<< /Type /Pages /Count 1 /Kids [2 0 R] >>")
                                .bytes()),
                file(
                        "no page",
                        "PDF_EMPTY",
                        new RawPdf()
                                .add("<< /Type /Catalog /Pages 2 0 R >>")
                                .add("<< /Type /Pages /Count 0 /Kids [] >>")
                                .bytes()),
                file(
                        "a page with nothing on it",
                        "PDF_EMPTY",
                        new RawPdf()
                                .add("<< /Type /Catalog /Pages 2 0 R >>")
                                .add("<< /Type /Pages /Count 1 /Kids [3 0 R] >>")
                                .add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")
                                .bytes()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("files")
    void whatIsWrongIsSaidByItsCode(String what, String code, byte[] file) {
        long before = System.nanoTime();
        Outcome<PdfDesk.Paper> outcome = desk.check(file);
        long millis = (System.nanoTime() - before) / 1_000_000;
        assertThat(outcome).as(what).isInstanceOf(Outcome.Refused.class);
        Refusal refusal = ((Outcome.Refused<PdfDesk.Paper>) outcome).first();
        assertThat(refusal.code()).as(what).isEqualTo(code);
        assertThat(refusal.text())
                .as("a Chinese sentence that tells what to do")
                .contains("请");
        assertThat(millis).isLessThan(10_500);
    }

    private static Arguments file(String what, String code, String content) {
        return file(what, code, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Arguments file(String what, String code, byte[] content) {
        return Arguments.of(what, code, content);
    }

    private static byte[] harmless(String catalog, String page) {
        return RawPdf.harmless(catalog, page).bytes();
    }

    private static String note(String action) {
        return "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A " + action + " >>]";
    }

    private static String kids() {
        StringBuilder kids = new StringBuilder();
        for (int i = 3; i < 34; i++) {
            kids.append(i).append(" 0 R ");
        }
        return kids.toString();
    }

    private static byte[] encrypted(String password) throws IOException {
        try (PDDocument document = Loader.loadPDF(harmless("", ""))) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return saved(document);
        }
    }

    /** With the catalog in a stream of objects. */
    private static byte[] packed(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** A file whose table of contents is a stream: parsers unfold it before they know anything. */
    private static byte[] crossReference(String filter, byte[] content) {
        byte[] file = harmless("", "");
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int table = text.indexOf("xref\n");
        String stream =
                "5 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R " + filter + " /Length " + content.length
                        + " >>\nstream\n" + new String(content, StandardCharsets.ISO_8859_1)
                        + "\nendstream\nendobj\nstartxref\n"
                        + table + "\n%%EOF\n";
        return (text.substring(0, table) + stream).getBytes(StandardCharsets.ISO_8859_1);
    }
}
