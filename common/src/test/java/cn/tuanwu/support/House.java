package cn.tuanwu.support;

import cn.tuanwu.servers.TestServers;
import cn.tuanwu.sql.Migrate;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A house of a test's own: one database, one Redis, one folder of files, as many nodes as it starts. Its database can be
 * backed up and restored with the tools of the server.
 */
public final class House implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("tuanwu.home", "."));

    private final TestServers.Database database = TestServers.freshDatabase();
    private final String redis = TestServers.redisUrl();
    private final Path folder;
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    public House() throws IOException {
        Path target = Files.createDirectories(HOME.resolve("common/target"));
        this.folder = Files.createTempDirectory(target, "house");
        Migrate.demo(database.url(), database.ddlUser(), database.ddlPassword());
    }

    /** Starts one more node. */
    public ConfigurableApplicationContext node() {
        return node(Map.of());
    }

    public ConfigurableApplicationContext node(Map<String, Object> more) {
        Map<String, Object> settings = new java.util.HashMap<>(Map.of(
                "TUANWU_DB_URL", database.url(),
                "TUANWU_DB_USER", database.user(),
                "TUANWU_DB_PASSWORD", database.password(),
                "TUANWU_REDIS_URL", redis,
                "TUANWU_KEY_FILE", folder.resolve("keys").toString(),
                "TUANWU_FILES", files().toString(),
                "spring.datasource.hikari.maximum-pool-size", "40"));
        settings.putAll(more);
        ConfigurableApplicationContext node = new SpringApplicationBuilder(RoomsUnderTest.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("house", settings)))
                .run();
        nodes.add(node);
        return node;
    }

    public Path files() {
        return folder.resolve("files");
    }

    /** The whole database as it is now. */
    public Path backUp() {
        Path dump = folder.resolve("dump-" + System.nanoTime() + ".sql");
        tool(
                "mariadb-dump",
                ProcessBuilder.Redirect.to(dump.toFile()),
                ProcessBuilder.Redirect.PIPE,
                "--add-drop-table");
        return dump;
    }

    /** The database as it was then; everything since is forgotten. */
    public void restore(Path dump) {
        tool("mariadb", ProcessBuilder.Redirect.DISCARD, ProcessBuilder.Redirect.from(dump.toFile()));
    }

    private void tool(String name, ProcessBuilder.Redirect out, ProcessBuilder.Redirect in, String... options) {
        Path base = HOME.resolve("servers/target/embedded/unpacked/mariadb/base");
        File program = base.resolve("bin").resolve(name).toFile();
        program.setExecutable(true);
        String url = database.url();
        String place = url.substring("jdbc:mysql://".length(), url.contains("?") ? url.indexOf('?') : url.length());
        List<String> command = new ArrayList<>(List.of(
                program.getAbsolutePath(),
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + place.replaceAll(".*:([0-9]+)/.*", "$1"),
                "--user=" + database.ddlUser(),
                "--password=" + database.ddlPassword(),
                "--skip-ssl"));
        command.addAll(List.of(options));
        command.add(place.substring(place.indexOf('/') + 1));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectInput(in)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put("LD_LIBRARY_PATH", base.resolve("libs").toAbsolutePath().toString());
        try {
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }
}
