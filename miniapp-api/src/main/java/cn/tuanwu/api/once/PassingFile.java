package cn.tuanwu.api.once;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file on its way through this node, on disk while it arrives, so that slow senders cost no memory. It has no name there:
 * whatever ends this node, nothing of it stays.
 */
public final class PassingFile implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final MessageDigest digest = sha256();
    private long size;
    private boolean tooLarge;

    private PassingFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Reads it to its end, or until it is too large; the rest is then left in the stream.
     *
     * @throws IOException when its sender stopped sending
     * @throws UncheckedIOException when this node's disk is at fault
     */
    public static PassingFile arrive(InputStream in, long most) throws IOException {
        PassingFile passing = new PassingFile(nameless());
        try {
            passing.read(in, most);
            return passing;
        } catch (IOException | RuntimeException e) {
            passing.close();
            throw e;
        }
    }

    public boolean isTooLarge() {
        return tooLarge;
    }

    /** The same for equal files alone. */
    public String print() {
        return HexFormat.of().formatHex(digest.digest());
    }

    public byte[] bytes() {
        try {
            ByteBuffer whole = ByteBuffer.allocate((int) size);
            file.position(0);
            while (whole.hasRemaining() && file.read(whole) >= 0) {
                // The loop's head reads.
            }
            return whole.array();
        } catch (IOException e) {
            throw new UncheckedIOException("A file that just arrived could not be read from the temporary folder", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > most) {
                tooLarge = true;
                return;
            }
            digest.update(buffer, 0, read);
            write(ByteBuffer.wrap(buffer, 0, read));
        }
    }

    private void write(ByteBuffer some) {
        try {
            while (some.hasRemaining()) {
                file.write(some);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder takes no file that arrives", e);
        }
    }

    /** A file that is deleted on close loses its name as soon as it is open. */
    private static FileChannel nameless() {
        try {
            Path named = Files.createTempFile("tuanwu-form", null);
            return FileChannel.open(
                    named, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder takes no file that arrives", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
