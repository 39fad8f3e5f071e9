package cn.tuanwu.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The segments of a JPEG file, as far as they go. Nothing is decoded; a file that lies about a length just ends early. */
final class JpegParts {
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int ORIENTATION = 0x0112;
    private static final int EXIF = 0x45786966;
    private static final int UPRIGHT = 1;

    private final byte[] file;
    private final List<Part> parts = new ArrayList<>();
    private int end;

    private JpegParts(byte[] file) {
        this.file = file;
    }

    static JpegParts of(byte[] file) {
        JpegParts jpeg = new JpegParts(file);
        int at = 2;
        while (at + 1 < file.length && jpeg.end == 0) {
            at = jpeg.next(at);
        }
        jpeg.end = jpeg.end == 0 ? file.length : jpeg.end;
        return jpeg;
    }

    private int next(int at) {
        int marker = file[at + 1] & 0xff;
        if ((file[at] & 0xff) != 0xff || marker == END) {
            end = marker == END ? at + 2 : file.length;
            return file.length;
        }
        // Fill bytes, restarts and the like have no length.
        if (marker == 0xff || marker < 0xc0 || marker >= 0xd0 && marker <= 0xd8) {
            return at + (marker == 0xff ? 1 : 2);
        }
        int length = at + 3 < file.length ? (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff : 0;
        int after = Math.min(file.length, at + 2 + Math.max(2, length));
        if (marker == START_OF_SCAN) {
            after = coded(after);
        }
        parts.add(new Part(marker, at, after));
        return after;
    }

    /** Behind the coded picture data of a scan. */
    private int coded(int from) {
        int at = from;
        while (at + 1 < file.length) {
            int marker = file[at + 1] & 0xff;
            if ((file[at] & 0xff) == 0xff && marker != 0 && (marker < 0xd0 || marker > 0xd7)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    int scans() {
        return (int) parts.stream().filter(part -> part.marker == START_OF_SCAN).count();
    }

    /** How the camera was held, 1 to 8, as EXIF numbers it. */
    int orientation() {
        for (Part part : parts) {
            if (part.marker == APP1) {
                try {
                    ByteBuffer bytes = ByteBuffer.wrap(file, part.from, part.to - part.from)
                            .slice();
                    if (bytes.getInt(4) == EXIF) {
                        return tiff(bytes);
                    }
                } catch (IndexOutOfBoundsException e) {
                    return UPRIGHT;
                }
            }
        }
        return UPRIGHT;
    }

    private static int tiff(ByteBuffer part) {
        ByteBuffer tiff = part.slice(10, part.limit() - 10);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        for (int i = 0; i < (tiff.getShort(directory) & 0xffff); i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The same picture, bit for bit, without what cameras and programs write beside it; colour profiles stay. */
    byte[] bare() {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
        bare.write(0xff);
        bare.write(0xd8);
        int at = 2;
        for (Part part : parts) {
            at = part.to;
            if (!isBeside(part)) {
                bare.write(file, part.from, part.to - part.from);
            }
        }
        if (at < end) {
            bare.write(0xff);
            bare.write(END);
        }
        return bare.toByteArray();
    }

    private boolean isBeside(Part part) {
        if (part.marker == COMMENT) {
            return true;
        }
        if (part.marker < APP0 || part.marker > APP15) {
            return false;
        }
        // Decoders need to know of JFIF, of a colour profile, and Adobe's note on how the colours are mixed.
        return !(part.begins("JFIF\0", APP0, file)
                || part.begins("ICC_PROFILE\0", APP2, file)
                || part.begins("Adobe", APP14, file));
    }

    private record Part(int marker, int from, int to) {
        boolean begins(String word, int wanted, byte[] file) {
            boolean same = marker == wanted && to - from >= 4 + word.length();
            for (int i = 0; same && i < word.length(); i++) {
                same = file[from + 4 + i] == word.charAt(i);
            }
            return same;
        }
    }
}
