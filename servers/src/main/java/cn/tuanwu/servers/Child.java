package cn.tuanwu.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of ours. It runs in a session of its own, so that a terminal's Ctrl-C reaches only us and we decide the
 * order of stopping; it leaves a pid file, so that whoever comes after a killed predecessor can end it.
 */
public final class Child implements AutoCloseable {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final Path home;
    private final Process process;

    private Child(String name, Path home, Process process) {
        this.name = name;
        this.home = home;
        this.process = process;
    }

    /**
     * Starts a command in {@code folder}, which must be named in full somewhere in the command: that is how a later
     * start recognises it. Log and pid file are {@code home/logs/NAME.log} and {@code home/NAME.pid}.
     */
    public static Child start(String name, Path home, Path folder, List<String> command, Map<String, String> env) {
        endPredecessor(name, home);
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            line.add(SETSID.toString());
        }
        line.addAll(command);
        try {
            Path log = Files.createDirectories(home.resolve("logs")).resolve(name + ".log");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(env);
            Child child = new Child(name, home, builder.start());
            Files.writeString(pidFile(name, home), Long.toString(child.process.pid()));
            return child;
        } catch (IOException e) {
            throw new ServerFailure(name + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** Ends what a killed predecessor left running, if the recorded pid really is that process. */
    public static void endPredecessor(String name, Path home) {
        Path file = pidFile(name, home);
        try {
            if (Files.exists(file)) {
                long pid = Long.parseLong(Files.readString(file).trim());
                ProcessHandle.of(pid).filter(left -> isOurs(left, home)).ifPresent(Child::end);
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ServerFailure("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        } catch (NumberFormatException halfWritten) {
            file.toFile().delete();
        }
    }

    private static boolean isOurs(ProcessHandle process, Path home) {
        String mark = home.toString();
        return process.info().commandLine().map(line -> line.contains(mark)).orElse(false)
                || process.info()
                        .arguments()
                        .map(arguments -> String.join(" ", arguments).contains(mark))
                        .orElse(false);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!ended(process.onExit(), Duration.ofSeconds(10))) {
            process.destroyForcibly();
            ended(process.onExit(), Duration.ofSeconds(10));
        }
    }

    private static boolean ended(CompletableFuture<?> exit, Duration patience) {
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path pidFile(String name, Path home) {
        return home.resolve(name + ".pid");
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    public Path log() {
        return home.resolve("logs").resolve(name + ".log");
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<Child> exited() {
        return process.onExit().thenApply(ended -> this);
    }

    /** The last thing the process said, or a dash. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log(), java.nio.charset.StandardCharsets.ISO_8859_1);
            return lines.stream()
                    .filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .map(String::trim)
                    .orElse("-");
        } catch (IOException e) {
            return "-";
        }
    }

    /** Asks the process to end, insists after 20 seconds. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            if (!ended(process.onExit(), Duration.ofSeconds(20))) {
                process.destroyForcibly();
                ended(process.onExit(), Duration.ofSeconds(10));
            }
        }
        pidFile(name, home).toFile().delete();
    }
}
