package cn.tuanwu.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** JPEG 2000 pictures inside a PDF: a row of boxes, some of which are notes of the camera. */
final class Jp2 {
    private static final Set<String> BESIDE = Set.of("uuid", "xml ", "uinf");
    private static final int HEAD = 8;

    private Jp2() {}

    static boolean is(List<COSName> filters) {
        return filters.equals(List.of(COSName.JPX_DECODE));
    }

    static void bare(COSStream stream) throws IOException {
        byte[] file;
        try (InputStream in = stream.createRawInputStream()) {
            file = in.readAllBytes();
        }
        byte[] bare = bare(file);
        if (bare.length != file.length) {
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(bare);
            }
        }
    }

    static byte[] bare(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        int at = 0;
        while (at + HEAD <= file.length) {
            long length = ByteBuffer.wrap(file).getInt(at) & 0xffffffffL;
            String kind = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            // The last box may be as long as the rest; so are pictures without boxes, and lengths nobody needs.
            int to = length < HEAD || at + length > file.length ? file.length : (int) (at + length);
            if (!BESIDE.contains(kind)) {
                kept.write(file, at, to - at);
            }
            at = to;
        }
        return kept.toByteArray();
    }
}
