package cn.tuanwu.sandbox.story;

import cn.tuanwu.sandbox.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a bot's JVM is started: as the demo does it or, where it happens a hundred times, from an archive of classes. */
final class Startup {
    private static final Path JAR = House.HOME.resolve("bot/target/bot.jar");

    private final Path jar;
    private final List<String> more;

    private Startup(Path jar, String... more) {
        this.jar = jar;
        this.more = List.of(more);
    }

    static Startup plain() {
        return new Startup(JAR);
    }

    /** Half the work of a plain start. Making the archive costs as much as three of them. */
    static Startup archived(Demo demo) {
        Path folder = House.HOME.resolve("sandbox/target/bot");
        Path jar = folder.resolve("bot.jar");
        Path archive = folder.resolve("bot.jsa");
        try {
            Files.deleteIfExists(archive);
            run(List.of(
                    java(),
                    "-Djarmode=tools",
                    "-jar",
                    JAR.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    folder.toString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Node model = new Node(demo, "model", new Startup(jar, "-XX:ArchiveClassesAtExit=" + archive));
        model.awaitHealth();
        model.end();
        return new Startup(jar, "-XX:SharedArchiveFile=" + archive);
    }

    private static void run(List<String> command) throws IOException {
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }

    List<String> command(Path home) {
        List<String> command = new ArrayList<>(
                List.of(java(), "-Dtuanwu.data=" + home, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
