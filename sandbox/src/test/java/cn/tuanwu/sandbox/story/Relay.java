package cn.tuanwu.sandbox.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Passes bytes on between a program and a server, and can stop at a word: of what comes then not one byte is passed on
 * before {@link Trap#act} has run. Put before a database or a platform it ends a program exactly between two steps, and
 * the program needs no switch for that.
 */
final class Relay implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final ServerSocket door;
    private final IntSupplier target;
    private volatile Trap trap;

    /**
     * @param words what the client says, one after another on one connection
     * @param answer null: stop before the last word is passed on; else when an answer to it comes that is such
     */
    record Trap(List<Pattern> words, Predicate<byte[]> answer, Runnable act, AtomicBoolean sprung) {}

    /** @param port where it listens, 0 for any free one; @param target the port it passes on to, asked for each line */
    Relay(int port, IntSupplier target) {
        this.target = target;
        try {
            door = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Replaces the trap there was; it springs once. */
    void set(Trap next) {
        trap = next;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                daemon(() -> new Line(client).run());
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() {
        trap = null;
        quietly(door);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception gone) {
            // Nobody is at its other end.
        }
    }

    /** One connection. */
    private final class Line {
        private final Socket client;
        private Socket server;
        private Trap heard;
        private int said;
        private volatile boolean waiting;

        Line(Socket client) {
            this.client = client;
        }

        void run() {
            try {
                server = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                daemon(() -> pass(server, client, this::mayAnswer));
                pass(client, server, this::maySay);
            } catch (IOException nobodyThere) {
                hangUp();
            }
        }

        private void pass(Socket from, Socket to, Predicate<byte[]> may) {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                    if (!may.test(Arrays.copyOf(chunk, read))) {
                        return;
                    }
                    out.write(chunk, 0, read);
                }
            } catch (IOException hungUp) {
                // The other side hears it below.
            } finally {
                hangUp();
            }
        }

        private boolean maySay(byte[] bytes) {
            Trap now = trap;
            if (now != heard) {
                heard = now;
                said = 0;
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            waiting = false;
            if (now == null || !now.words().get(said).matcher(text).find()) {
                return true;
            }
            said = (said + 1) % now.words().size();
            if (said > 0) {
                return true;
            }
            waiting = now.answer() != null;
            return waiting || !spring(now);
        }

        private boolean mayAnswer(byte[] bytes) {
            Trap now = heard;
            return !waiting || now == null || !now.answer().test(bytes) || !spring(now);
        }

        private boolean spring(Trap sprung) {
            if (!sprung.sprung().compareAndSet(false, true)) {
                return false;
            }
            trap = null;
            sprung.act().run();
            return true;
        }

        private void hangUp() {
            quietly(client);
            if (server != null) {
                quietly(server);
            }
        }
    }
}
