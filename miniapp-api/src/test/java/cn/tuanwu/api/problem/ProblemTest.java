package cn.tuanwu.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("transfers")
class ProblemTest {
    private static final Refusal NAME = Refusal.at("name", "NAME_MISSING", "请填写姓名。");
    private static final Refusal PLACE = Refusal.at("place.name", "PLACE_MISSING", "请填写团组织全称。");
    private static final Refusal CADRE = Refusal.of("TRANSFER_CADRE", "团干部须先卸任。");
    private static final Refusal BUSY = Refusal.of("REBINDING_OPEN", "正在换绑手机号。");

    @Test
    void oneRefusalIsSaidAsItIs() {
        assertThat(Problem.of(List.of(CADRE)).detail()).isEqualTo("团干部须先卸任。");
        assertThat(Problem.of(List.of(NAME)).detail()).isEqualTo("请填写姓名。");
    }

    @Test
    void severalBesideTheirFieldsAreCounted() {
        Problem problem = Problem.of(List.of(NAME, PLACE));
        assertThat(problem.detail()).isEqualTo("有 2 处需要修改，请查看标出的内容。");
        assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly("name", "place.name");
    }

    /** Break: count them as if each had a field. */
    @Test
    void severalWithoutAFieldAreAllSaid() {
        Problem problem = Problem.of(List.of(CADRE, BUSY));
        assertThat(problem.detail()).isEqualTo("团干部须先卸任。 正在换绑手机号。");
        assertThat(problem.errors()).isEmpty();
    }

    @Test
    void whatHasNoFieldIsSaidBeforeTheMarkedOnesAreCounted() {
        Problem problem = Problem.of(List.of(NAME, CADRE));
        assertThat(problem.detail()).isEqualTo("团干部须先卸任。 有 1 处需要修改，请查看标出的内容。");
        assertThat(problem.errors()).extracting(Problem.FieldError::message).containsExactly("请填写姓名。");
    }
}
