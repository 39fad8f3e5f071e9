package cn.tuanwu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.file.FileStore.Unavailable;
import cn.tuanwu.kernel.Keys;
import cn.tuanwu.kernel.Seal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the default run: sealed, each file for its own key. */
@Tag("forms")
class FolderFilesTest {
    private static final byte[] CONTENT = "the paper of 张三".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    Path folder;

    private Keys keys;
    private FolderFiles files;

    @BeforeEach
    void open() {
        keys = Keys.at(folder.resolve("keys"));
        files = new FolderFiles(folder.resolve("objects"), keys.seal(), links(NOW));
    }

    @Test
    void whatIsKeptIsReadAgainAndLiesSealed() throws Exception {
        files.put("form/1.pdf", CONTENT, "application/pdf");
        assertThat(files.get("form/1.pdf")).hasValue(CONTENT);
        assertThat(new String(Files.readAllBytes(folder.resolve("objects/form/1.pdf")), StandardCharsets.UTF_8))
                .doesNotContain("张三");
        files.drop("form/1.pdf");
        assertThat(files.get("form/1.pdf")).isEmpty();
    }

    /** Break: seal every file with the same associated data. */
    @Test
    void aFileMovedToAnothersPlaceDoesNotOpen() throws Exception {
        files.put("form/1.pdf", CONTENT, "application/pdf");
        Files.move(folder.resolve("objects/form/1.pdf"), folder.resolve("objects/form/2.pdf"));
        assertThatThrownBy(() -> files.get("form/2.pdf")).isInstanceOf(Unavailable.class);
    }

    @Test
    void noKeyLeadsOutOfTheFolder() {
        assertThatThrownBy(() -> files.get("../keys")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.drop("form/../../keys")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filesAreListedInTheOrderOfTheirKeys() {
        for (String key : new String[] {"form/2.pdf", "form/1.pdf", "form/3.pdf", "capture/9.jpg"}) {
            files.put(key, CONTENT, "application/pdf");
        }
        assertThat(files.list("form/", "form/1.pdf", 1))
                .extracting(FileStore.Kept::key)
                .containsExactly("form/2.pdf");
        assertThat(files.list("nothing/", "", 10)).isEmpty();
    }

    /** Break: FileLinks.read does not look at the end. */
    @Test
    void aLinkIsGoodUntilItEndsAndCanNotBeMadeByOthers() {
        String token = files.link("form/1.pdf", "张三.pdf", Duration.ofMinutes(5))
                .toString()
                .replace("/api/files/", "");
        assertThat(links(NOW.plusSeconds(290)).read(token)).hasValue(new FileLinks.Lent("form/1.pdf", "张三.pdf"));
        assertThat(links(NOW.plusSeconds(310)).read(token)).isEmpty();
        char last = token.charAt(token.length() - 5);
        String changed = token.substring(0, token.length() - 5)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 4);
        assertThat(links(NOW).read(changed)).isEqualTo(Optional.empty());
        assertThat(links(NOW).read("nonsense")).isEmpty();
    }

    private FileLinks links(Instant now) {
        return new FileLinks(new Seal(keys), Clock.fixed(now, ZoneOffset.UTC));
    }
}
