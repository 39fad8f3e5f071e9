package cn.tuanwu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tuanwu.kernel.Seal.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    private static final Place HERE = new Place("account", "phone", 7);

    @TempDir
    Path folder;

    @Test
    void whatWasSealedOpensAtItsPlace() {
        Seal seal = new Seal(keys());
        assertThat(seal.open(HERE, seal.seal(HERE, "李𬱖"))).isEqualTo("李𬱖");
    }

    @Test
    void aValueMovedToAnotherRowOrColumnDoesNotOpen() {
        Seal seal = new Seal(keys());
        byte[] sealed = seal.seal(HERE, "13800000000");
        assertThatThrownBy(() -> seal.open(new Place("account", "phone", 8), sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("13800000000");
        assertThatThrownBy(() -> seal.open(new Place("account", "email", 7), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameTextSealsDifferentlyEachTime() {
        Seal seal = new Seal(keys());
        assertThat(seal.seal(HERE, "x")).isNotEqualTo(seal.seal(HERE, "x"));
        assertThat(new String(seal.seal(HERE, "13800000000"), StandardCharsets.ISO_8859_1))
                .doesNotContain("13800000000");
    }

    @Test
    void theBlindIndexTellsKindsApart() {
        Blind blind = new Blind(keys());
        assertThat(blind.of("phone", "1")).isEqualTo(blind.of("phone", "1")).isNotEqualTo(blind.of("document", "1"));
    }

    @Test
    void twoApplicationsStartingTogetherShareOneKeyFile() {
        Path file = folder.resolve("shared");
        List<byte[]> seen = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> Keys.at(file).seal())
                .toList();
        assertThat(seen).allSatisfy(key -> assertThat(key).isEqualTo(seen.get(0)));
    }

    @Test
    void aDamagedKeyFileIsRefusedAndKept() throws Exception {
        Path file = folder.resolve("damaged");
        Files.writeString(file, "id=k1\nseal=00\n");
        assertThatThrownBy(() -> Keys.at(file)).hasMessageContaining("restore it from the backup");
        assertThat(file).hasContent("id=k1\nseal=00\n");
    }

    private Keys keys() {
        return Keys.at(folder.resolve("keys"));
    }
}
