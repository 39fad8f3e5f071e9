package cn.tuanwu.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks into a zip before anything else does: how much it unfolds to, and whether any part declares a document type. */
public final class SafeZip {
    private static final int MOST_ENTRIES = 200;
    private static final long MOST_BYTES = 60L * 1024 * 1024;
    private static final int HEAD = 4_096;

    private SafeZip() {}

    /** By its central directory, as the reader of the sheet goes: what is looked at here is what is read there. */
    public static boolean isHarmless(byte[] file) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            long bytes = 0;
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    byte[] head = part.readNBytes(HEAD);
                    bytes += head.length + rest(part, MOST_BYTES - bytes - head.length);
                    if (++entries > MOST_ENTRIES || bytes > MOST_BYTES || declaresType(head)) {
                        return false;
                    }
                }
            }
            return entries > 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean declaresType(byte[] head) {
        String narrow = new String(head, StandardCharsets.ISO_8859_1);
        return narrow.contains("<!DOCTYPE") || narrow.replace("\0", "").contains("<!DOCTYPE");
    }

    /** Reads one byte more than allowed at most. */
    private static long rest(InputStream zip, long allowed) throws IOException {
        byte[] some = new byte[64 * 1024];
        long all = 0;
        for (int read = zip.read(some); read >= 0 && all <= allowed; read = zip.read(some)) {
            all += read;
        }
        return all;
    }
}
