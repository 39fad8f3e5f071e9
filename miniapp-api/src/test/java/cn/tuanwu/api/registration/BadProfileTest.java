package cn.tuanwu.api.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.Tables;
import cn.tuanwu.kernel.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("story")
class BadProfileTest {
    private static final LocalDate TODAY = ChinaTime.date(Instant.now());

    private final Client member = People.member();

    @ParameterizedTest
    @MethodSource("badFields")
    void aBadFieldIsToldBesideItAndNothingIsStored(String field, Object value, String code) {
        refusedBeside(People.profileWith(field, value), field, code);
    }

    static Stream<Arguments> badFields() {
        String good = People.residentId(LocalDate.of(2003, 2, 1));
        char check = good.charAt(17) == '1' ? '2' : '1';
        return Stream.of(
                Arguments.of("documentNumber", good.substring(0, 17) + check, "DOCUMENT_INVALID"),
                Arguments.of("documentNumber", "440103200313322", "DOCUMENT_INVALID"),
                Arguments.of("documentNumber", People.residentId(TODAY.plusDays(1)), "BIRTH_DATE_FUTURE"),
                Arguments.of(
                        "documentNumber", People.residentId(TODAY.minusYears(14).plusDays(1)), "UNDER_14"),
                Arguments.of("name", "张3", "NAME_INVALID"),
                Arguments.of("name", null, "NAME_INVALID"),
                Arguments.of("branchId", "999999", "BRANCH_UNKNOWN"),
                Arguments.of("branchId", "100", "BRANCH_UNKNOWN"),
                Arguments.of("branchId", null, "REQUIRED"),
                Arguments.of("joinMonth", "2999-01", "JOIN_MONTH_FUTURE"),
                Arguments.of("joinMonth", "2014-01", "JOIN_TOO_YOUNG"),
                Arguments.of("ethnicity", "777", "CODE_UNKNOWN"),
                Arguments.of("memberNumber", "202011112222", "MEMBER_NUMBER_YEAR"),
                Arguments.of("email", "nobody", "EMAIL_INVALID"),
                Arguments.of("email", "a".repeat(60) + "@" + "b".repeat(50) + ".example", "TOO_LONG"),
                Arguments.of("partyJoinMonth", "-2001-05", "MONTH_INVALID"),
                Arguments.of("volunteerMonth", "2999-05", "MONTH_INVALID"),
                Arguments.of("qq", "１２３４５６", "QQ_INVALID"),
                Arguments.of("unit", "长".repeat(101), "TOO_LONG"),
                Arguments.of("documentKind", "PASSPORT", "REQUIRED"));
    }

    @Test
    void aValueOfTheWrongKindIsToldBesideItsField() {
        refusedBeside(People.profileWith("branchId", "abc"), "branchId", "FORMAT_INVALID");
        refusedBeside(People.profileWith("cadre", "perhaps"), "cadre", "FORMAT_INVALID");
    }

    private void refusedBeside(Map<String, Object> profile, String field, String code) {
        var before = Tables.counts();
        Answer refused = member.post("/api/registration/submit", profile);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.errors()).contains(field + ":" + code);
        assertThat(refused.text("/errors/0/message")).matches(".*[\\u4e00-\\u9fff].*");
        assertThat(Tables.counts()).isEqualTo(before);
    }

    @Test
    void anEmptyProfileIsToldAllItsFaultsAtOnce() {
        Answer refused = member.post("/api/registration/submit", Map.of());
        assertThat(refused.errors().size()).isGreaterThanOrEqualTo(8);
        assertThat(refused.text("/detail")).contains("处需要修改");
    }
}
