package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SentenceTest {

    /** Break: in Sentence.of, always add the full stop. */
    @Test
    @DisplayName("a typed reason ends once, however it was typed")
    void aTypedReasonEndsOnce() {
        assertThat(Sentence.of("请先交清团费")).isEqualTo("请先交清团费。");
        assertThat(Sentence.of("请先交清团费。")).isEqualTo("请先交清团费。");
        assertThat(Sentence.of("第一行。\n请再核对！ ")).isEqualTo("第一行。\n请再核对！");
        assertThat(Sentence.of(" ")).isEqualTo("未写明。");
        assertThat(Sentence.of(null)).isEqualTo("未写明。");
    }
}
