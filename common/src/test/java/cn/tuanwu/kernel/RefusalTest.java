package cn.tuanwu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

    /** Break: cut at so many chars; 𬱖 is two of them. */
    @Test
    void noLetterIsCutInTwo() {
        assertThat(Refusal.brief(List.of("没有找到𬱖·阿卜杜拉"), 5)).isEqualTo("没有找到𬱖");
        assertThat(Refusal.brief(List.of("姓名有误。", "姓名有误。", "请核对。"), 50)).isEqualTo("姓名有误。 请核对。");
    }
}
