package cn.tuanwu.pdf;

import cn.tuanwu.photo.PhotoDesk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** JPEG pictures inside a PDF: whole files, with all that a camera wrote beside the picture. */
final class Jpeg {
    private static final List<String> STOP = List.of("DCTDecode", "DCT");

    private Jpeg() {}

    /** How a stream is packed, from outside to inside. */
    static List<COSName> filters(COSStream stream) {
        COSBase filter = stream.getFilters();
        List<COSName> names = new ArrayList<>();
        if (filter instanceof COSName name) {
            names.add(name);
        } else if (filter instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    static boolean isLast(List<COSName> filters) {
        return !filters.isEmpty()
                && STOP.contains(filters.get(filters.size() - 1).getName());
    }

    /** By its own header: what the PDF says about it may be smaller. */
    static boolean isImmense(COSStream stream, long mostPixels) {
        try (InputStream in = inside(stream);
                ImageInputStream header = ImageIO.createImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            ImageReader reader = readers.next();
            try {
                reader.setInput(header, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0) > mostPixels;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Nobody will be able to draw it either.
            return false;
        }
    }

    /** Leaves the picture and takes away what stands beside it. */
    static void bare(COSStream stream) throws IOException {
        byte[] jpeg;
        try (InputStream in = inside(stream)) {
            jpeg = in.readAllBytes();
        }
        byte[] bare = PhotoDesk.bare(jpeg);
        if (!Arrays.equals(jpeg, bare)) {
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(bare);
            }
            List<COSName> filters = filters(stream);
            if (filters.size() > 1) {
                stream.setItem(COSName.FILTER, filters.get(filters.size() - 1));
                stream.removeItem(COSName.DECODE_PARMS);
            }
        }
    }

    private static InputStream inside(COSStream stream) throws IOException {
        return new PDStream(stream).createInputStream(STOP);
    }
}
