package cn.tuanwu.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.servers.ServerFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    private static final PrintStream SILENT = new PrintStream(new ByteArrayOutputStream());

    @TempDir
    Path folder;

    @Test
    void aSecondDemoOnTheSameFolderIsOneSentence() {
        try (DataFolder first = DataFolder.take(folder, List.of())) {
            assertThat(first.path()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.take(folder, List.of()))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("--data");
        }
        DataFolder.take(folder, List.of()).close();
    }

    @Test
    void startingOverKeepsOnlyTheUnpackedServers() throws Exception {
        Files.createDirectories(folder.resolve("unpacked/mariadb"));
        Files.createDirectories(folder.resolve("mariadb/tuanwu"));
        Files.writeString(folder.resolve("keys"), "old");
        try (DataFolder taken = DataFolder.take(folder, List.of())) {
            taken.wipe();
            assertThat(folder.resolve("unpacked/mariadb")).exists();
            assertThat(folder.resolve("mariadb")).doesNotExist();
            assertThat(folder.resolve("keys")).doesNotExist();
        }
    }

    @Test
    void secretsAreMadeOnceAndReadableByTheirUserAlone() throws Exception {
        Map<String, String> first = Secrets.in(folder);
        assertThat(Secrets.in(folder)).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first.get("TUANWU_WECOM_AES_KEY") + "="))
                .hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aTakenPortIsOneSentenceAndTheFolderIsFreeAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Options options = new Options(folder, folder, taken.getLocalPort(), false);
            assertThatThrownBy(() -> Demo.prepare(options, Map.of(), SILENT))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is taken by another program: stop it, or choose another with --port.");
        }
        DataFolder.take(folder, List.of()).close();
    }

    @Test
    void whatWasAskedForIsUnderstoodOrRefusedByName() {
        Path home = Path.of("/repository");
        assertThat(Options.parse(List.of(), home)).isEqualTo(new Options(home, home.resolve(".tuanwu"), 8080, false));
        assertThat(Options.parse(List.of("--port", "81", "--fresh", "--data", "/d"), home))
                .isEqualTo(new Options(home, Path.of("/d"), 81, true));
        assertThatThrownBy(() -> Options.parse(List.of("--prt"), home)).hasMessageContaining("--prt");
        assertThatThrownBy(() -> Options.parse(List.of("--port"), home)).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Options.parse(List.of("--port", "70000"), home))
                .hasMessageContaining("70000");
    }
}
