package cn.tuanwu.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis 6.2 on the loopback address. It writes its keys to {@code home/redis} when it is stopped, so that a
 * second run finds the sessions of the first; nothing in it is irreplaceable.
 */
public final class Redis implements AutoCloseable {

    private static final String NAME = "redis";

    private final Child child;
    private final int port;

    private Redis(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Starts it on a free port and returns when it answers. {@code binaries} keeps what is unpacked, for the next
     * start; {@code home} keeps data, log and pid file.
     *
     * @throws ServerFailure with one sentence saying what is in the way
     */
    public static Redis start(Path binaries, Path home) {
        Path folder = Folders.usable(home.toAbsolutePath().normalize(), 50);
        Path data = Folders.usable(folder.resolve(NAME), 50);
        Path server = unpack(Folders.usable(binaries.toAbsolutePath().normalize(), 50));
        int port = Ports.free();
        Child child = Child.start(NAME, folder, data, command(server, data, port), Map.of());
        Redis started = new Redis(child, port);
        try {
            Waiting.until(child, "Redis", started::answers);
            return started;
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
    }

    private static Path unpack(Path binaries) {
        Path home = binaries.resolve(NAME);
        Folders.makeOnce(home, folder -> {
            try {
                Path unpacked = ExecutableProvider.newJarResourceProvider(folder.toFile())
                        .get()
                        .toPath();
                Files.move(unpacked, folder.resolve("redis-server"));
                folder.resolve("redis-server").toFile().setExecutable(true, false);
            } catch (IOException e) {
                throw new ServerFailure("Redis cannot be unpacked into " + folder + ": " + e.getMessage() + ".", e);
            }
        });
        return home.resolve("redis-server");
    }

    private static List<String> command(Path server, Path data, int port) {
        return List.of(
                server.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toString(),
                "--save",
                "3600", // two arguments: a quoted pair would be ignored, and nothing saved at the end
                "1",
                "--appendonly",
                "no",
                "--stop-writes-on-bgsave-error",
                "no",
                "--set-proc-title", // its own title would hide the folder by which we know it again
                "no");
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** The URL of one of its 16 databases. */
    public String url(int database) {
        return "redis://127.0.0.1:" + port + "/" + database;
    }

    /** Completes when the server has ended, asked or not. */
    public CompletableFuture<Child> exited() {
        return child.exited();
    }

    public Child child() {
        return child;
    }

    /** Stops it in order. */
    @Override
    public void close() {
        child.close();
    }
}
