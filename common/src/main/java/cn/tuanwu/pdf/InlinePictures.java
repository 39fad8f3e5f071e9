package cn.tuanwu.pdf;

import cn.tuanwu.photo.PhotoDesk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;

/** JPEG pictures in the middle of a page's drawing instructions: seldom, but they may tell a place as well. */
final class InlinePictures {
    private static final byte[] EXIF = "Exif\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "http://ns.adobe.com/".getBytes(StandardCharsets.ISO_8859_1);

    private InlinePictures() {}

    /** Leaves a stream without such pictures as it is. */
    static void bare(COSStream stream) throws IOException {
        byte[] content;
        try (InputStream in = stream.createInputStream()) {
            content = in.readAllBytes();
        }
        if (contains(content, EXIF) || contains(content, ADOBE)) {
            List<Object> tokens = new PDFStreamParser(content).parse();
            tokens.forEach(InlinePictures::bare);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(out).writeTokens(tokens);
            }
        }
    }

    private static void bare(Object token) {
        if (token instanceof Operator operator
                && OperatorName.BEGIN_INLINE_IMAGE.equals(operator.getName())
                && operator.getImageData() != null
                && (operator.getImageData()[0] & 0xff) == 0xff) {
            operator.setImageData(PhotoDesk.bare(operator.getImageData()));
        }
    }

    private static boolean contains(byte[] content, byte[] word) {
        for (int at = 0; at + word.length <= content.length; at++) {
            int same = 0;
            while (same < word.length && content[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
    }
}
