package cn.tuanwu.bot.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A long way to a server: what a client says arrives this much later, and so each round trip takes that much longer. */
public final class SlowLine {
    private static final byte[] END = {};

    private final ServerSocket door;
    private final int target;
    private volatile long delayNanos;

    private record Chunk(long dueNanoTime, byte[] bytes) {}

    public SlowLine(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::welcome);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void delay(long millis) {
        delayNanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void welcome() {
        while (true) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>();
                daemon(() -> listen(client, underWay));
                daemon(() -> passOn(underWay, server));
                daemon(() -> answer(server, client));
            } catch (IOException e) {
                // Nobody is there: the client sees its line cut.
            }
        }
    }

    private void listen(Socket client, BlockingQueue<Chunk> underWay) {
        byte[] chunk = new byte[64 * 1024];
        try {
            InputStream in = client.getInputStream();
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                underWay.add(new Chunk(System.nanoTime() + delayNanos, Arrays.copyOf(chunk, read)));
            }
        } catch (IOException e) {
            // It hung up.
        }
        underWay.add(new Chunk(System.nanoTime(), END));
    }

    private static void passOn(BlockingQueue<Chunk> underWay, Socket server) {
        try (server) {
            OutputStream out = server.getOutputStream();
            for (Chunk next = underWay.take(); next.bytes() != END; next = underWay.take()) {
                TimeUnit.NANOSECONDS.sleep(next.dueNanoTime() - System.nanoTime());
                out.write(next.bytes());
            }
        } catch (IOException | InterruptedException e) {
            // It hung up.
        }
    }

    private static void answer(Socket server, Socket client) {
        try (client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // One of them hung up.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "slow-line");
        thread.setDaemon(true);
        thread.start();
    }
}
