package cn.tuanwu.registration;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a phone was held, from the EXIF part of a JPEG: it is lost when the picture is drawn anew, so that the picture has to
 * be turned first.
 *
 * @param quarters turns to the right that make it upright
 */
record Orientation(int quarters) {
    private static final Orientation UPRIGHT = new Orientation(0);
    private static final int EXIF = 0xe1;
    private static final int TAG = 0x0112;

    static Orientation of(byte[] file) {
        try {
            return read(ByteBuffer.wrap(file));
        } catch (IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static Orientation read(ByteBuffer file) {
        int at = 2;
        while (unsigned(file, at) >> 8 == 0xff) {
            int marker = unsigned(file, at) & 0xff;
            if (marker == EXIF && file.getInt(at + 4) == 0x45786966) {
                return tiff(file, at + 10);
            }
            at += 2 + unsigned(file, at + 2);
        }
        return UPRIGHT;
    }

    private static Orientation tiff(ByteBuffer file, int start) {
        ByteBuffer tiff = file.slice(start, file.limit() - start);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        for (int i = 0; i < unsigned(tiff, directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (unsigned(tiff, entry) == TAG) {
                return meaning(unsigned(tiff, entry + 8));
            }
        }
        return UPRIGHT;
    }

    /** Mirrored ones don't come from a camera. */
    private static Orientation meaning(int value) {
        return switch (value) {
            case 3 -> new Orientation(2);
            case 6 -> new Orientation(1);
            case 8 -> new Orientation(3);
            default -> UPRIGHT;
        };
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }
}
