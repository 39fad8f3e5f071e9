package cn.tuanwu.api.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks into a zip before anything else does: how much it unfolds to, and whether any part declares a document type. */
final class SafeZip {
    private static final int MOST_ENTRIES = 200;
    private static final long MOST_BYTES = 60L * 1024 * 1024;
    private static final int HEAD = 4_096;

    private SafeZip() {}

    static boolean isHarmless(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            long bytes = 0;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] head = zip.readNBytes(HEAD);
                bytes += head.length + rest(zip, MOST_BYTES - bytes - head.length);
                if (++entries > MOST_ENTRIES || bytes > MOST_BYTES || declaresType(head)) {
                    return false;
                }
            }
            return entries > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean declaresType(byte[] head) {
        String narrow = new String(head, StandardCharsets.ISO_8859_1);
        return narrow.contains("<!DOCTYPE") || narrow.replace("\0", "").contains("<!DOCTYPE");
    }

    /** Reads one byte more than allowed at most. */
    private static long rest(ZipInputStream zip, long allowed) throws IOException {
        byte[] some = new byte[64 * 1024];
        long all = 0;
        for (int read = zip.read(some); read >= 0 && all <= allowed; read = zip.read(some)) {
            all += read;
        }
        return all;
    }
}
