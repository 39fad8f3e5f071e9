package cn.tuanwu.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a telephone writes beside a picture: how it was held, where it was, when, and who edited it. */
final class Exif {
    static final String XMP = "http://ns.adobe.com/xap/1.0/";
    static final String PHONE = "TUANWU-PHONE-9";

    private Exif() {}

    /** @param orientation 1 to 8 */
    static byte[] with(byte[] jpeg, int orientation) {
        byte[] exif = exif(orientation);
        byte[] xmp = (XMP + "\0<x:xmpmeta exif:GPSLatitude='23,7.5N'/>").getBytes(StandardCharsets.US_ASCII);
        byte[] comment = "taken in Nanling".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.length + xmp.length + comment.length + 12);
        whole.put(jpeg, 0, 2);
        part(whole, 0xe1, exif);
        part(whole, 0xe1, xmp);
        part(whole, 0xfe, comment);
        return whole.put(jpeg, 2, jpeg.length - 2).array();
    }

    private static void part(ByteBuffer whole, int marker, byte[] content) {
        whole.put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content);
    }

    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(200);
        tiff.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0110, 2, PHONE.length(), 100);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, 60);
        tiff.putInt(0).position(6 + 60);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 120);
        tiff.position(6 + 100);
        tiff.put(PHONE.getBytes(StandardCharsets.US_ASCII)).position(6 + 120);
        tiff.putInt(23).putInt(1).putInt(7).putInt(1).putInt(30).putInt(1);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
