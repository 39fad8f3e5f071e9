package cn.tuanwu.api.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Looks into a zip before anything else does: how much it unfolds to, whether any part declares a document type, and how far
 * its sheets go. Whatever a part is called: the workbook itself says which of them is a sheet.
 */
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
                try (BoundedInputStream part = unfolded(zip.getInputStream(entry), MOST_BYTES - bytes)) {
                    InputStream whole = new BufferedInputStream(part, HEAD);
                    if (++entries > MOST_ENTRIES || declaresType(head(whole)) || !SheetBounds.hold(whole)) {
                        return false;
                    }
                    whole.transferTo(OutputStream.nullOutputStream());
                    bytes += part.getCount();
                    if (bytes > MOST_BYTES) {
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

    /** Ends one byte behind what is allowed. */
    private static BoundedInputStream unfolded(InputStream part, long allowed) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(part)
                .setMaxCount(allowed + 1)
                .get();
    }

    /** Read again by whoever reads next. */
    private static byte[] head(InputStream part) throws IOException {
        part.mark(HEAD);
        byte[] head = part.readNBytes(HEAD);
        part.reset();
        return head;
    }
}
