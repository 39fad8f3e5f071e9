package cn.tuanwu.sandbox.story;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What people get wrong, each refused with a sentence beside the field. */
final class WrongInputs {

    private final Steps steps;
    private final Function<Map<String, Object>, ApiClient.Answer> submit;
    private final Map<String, Object> right;
    private final Person person;

    WrongInputs(
            Steps steps,
            Function<Map<String, Object>, ApiClient.Answer> submit,
            Map<String, Object> right,
            Person person) {
        this.steps = steps;
        this.submit = submit;
        this.right = right;
        this.person = person;
    }

    void areRefused() {
        refused(
                "an identity number with a wrong check character",
                "documentNumber",
                IdNumbers.miswritten(person.idNumber()));
        LocalDate tooYoung = LocalDate.now().minusYears(13);
        refused("an age under 14", "documentNumber", IdNumbers.bornOn(tooYoung, new SecureRandom()));
        refused(
                "a future join month",
                "joinMonth",
                YearMonth.now().plusMonths(2).toString());
        refused("digits in the name", "name", person.name() + "2");
        refused("an unknown branch", "branchId", "999999999");
    }

    private void refused(String what, String field, String value) {
        steps.step("is refused " + what, () -> {
            Map<String, Object> wrong = new HashMap<>(right);
            wrong.put(field, value);
            ApiClient.Answer answer = submit.apply(wrong);
            if (answer.status() != 422) {
                throw new Unexpected("422", answer);
            }
            return PhoneClient.all(answer.body().path("errors"))
                    .filter(error -> error.path("field").asString("").equals(field))
                    .filter(WrongInputs::isASentenceWithACode)
                    .findFirst()
                    .orElseThrow(() -> new Unexpected("a code and a sentence beside " + field, answer));
        });
    }

    private static boolean isASentenceWithACode(JsonNode error) {
        return error.path("code").asString("").matches("[A-Z][A-Z0-9_]+")
                && error.path("message").asString("").codePoints().anyMatch(Character::isIdeographic);
    }
}
