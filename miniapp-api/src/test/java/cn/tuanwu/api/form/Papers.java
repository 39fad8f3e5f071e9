package cn.tuanwu.api.form;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Papers as they come from people's desks, right and wrong ones. */
final class Papers {
    private static int count;

    /** What is done to a paper before it is saved. */
    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    private Papers() {}

    /** A paper unlike any other. */
    static byte[] good(int pages) {
        return made(pages, document -> {});
    }

    static byte[] encrypted() {
        return made(2, document -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    static byte[] withScript() {
        return made(2, document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    static byte[] withLaunch() {
        return made(2, document -> {
            PDActionLaunch launch = new PDActionLaunch();
            launch.setF("calc.exe");
            PDAnnotationLink link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(50, 50, 100, 100));
            link.setAction(launch);
            document.getPage(0).getAnnotations().add(link);
        });
    }

    static byte[] withAttachment() {
        return made(2, document -> {
            PDEmbeddedFile file = new PDEmbeddedFile(
                    document, new java.io.ByteArrayInputStream("x".getBytes(StandardCharsets.US_ASCII)));
            PDComplexFileSpecification named = new PDComplexFileSpecification();
            named.setFile("x.exe");
            named.setEmbeddedFile(file);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("x.exe", named));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] withoutPage() {
        return made(0, document -> {});
    }

    /** Cut off in the middle, as by a full disk. */
    static byte[] broken() {
        byte[] whole = good(3);
        return Arrays.copyOf(whole, whole.length / 3);
    }

    static byte[] large(int bytes) {
        return Arrays.copyOf(good(1), bytes);
    }

    static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] made(int pages, Change change) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                page(document, "Page " + i + " of paper " + ++count + " " + System.nanoTime());
            }
            change.to(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
            content.newLineAtOffset(70, 700);
            content.showText(text);
            content.endText();
        }
    }
}
