package cn.tuanwu.api.graduation;

import cn.tuanwu.api.MiniappApiApplication;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.servers.TestServers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, over the database of {@link RunningApi}: what can be killed with -9. */
final class Node implements AutoCloseable {
    private final Process process;

    private Node(Process process) {
        this.process = process;
    }

    static Node start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MiniappApiApplication.class.getName()));
        command.addAll(List.of(RunningApi.settings(RunningApi.DATABASE, TestServers.redisUrl())));
        try {
            return new Node(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target", "node-" + System.nanoTime() + ".log"))
                    .start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it has a job in its hands. */
    boolean works() {
        return Tables.number("SELECT COUNT(*) FROM job WHERE state = 'RUNNING' AND lease_owner LIKE '" + process.pid()
                        + "@%'")
                > 0;
    }

    /** With -9; its lease is ended at once instead of waited for. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Tables.run(
                RunningApi.DATABASE,
                "UPDATE job SET next_at = UTC_TIMESTAMP(3) WHERE state = 'RUNNING' AND lease_owner LIKE '"
                        + process.pid() + "@%'");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
