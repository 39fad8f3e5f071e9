package cn.tuanwu.sandbox.story;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an approved member changes later: some of it at once, some of it when the branch agrees. */
final class Change {

    private static final String ZHANG = "zhangsan";
    private static final String LI = "lisi";
    private static final String EMAIL = "story@example.org";

    private final Steps steps;
    private final PhoneClient phones;
    private final Member member;

    Change(Steps steps, PhoneClient phones, Member member) {
        this.steps = steps;
        this.phones = phones;
        this.member = member;
    }

    void takesEffectAtOnce() {
        steps.step("Later the member writes down an e-mail address, which counts at once", () -> {
            JsonNode now = member.change(Map.of("email", EMAIL)).ok().path("registration");
            Member.expect(now, "state", "APPROVED");
            Member.expect(member.profile(), "email", EMAIL);
            return now;
        });
    }

    void waitsForTheBranch() {
        String before = member.profile().path("income").asString("");
        JsonNode tier = member.code("income", before);
        Set<String> seen = phones.cards(ZHANG).stream().map(Change::id).collect(Collectors.toSet());
        steps.step("and changes the income tier, which the branch has to agree to", () -> {
            JsonNode wish = member.change(Map.of("income", tier.path("code").asString("")))
                    .ok();
            Member.expect(wish.path("registration"), "state", "EDIT_PENDING");
            Member.expect(member.profile(), "income", before);
            return wish;
        });
        steps.step("another change has to wait, and says for what", () -> refused("EDIT_PENDING"));
        String after = tier.path("name").asString("");
        JsonNode card = steps.step(
                "张三's card shows the old value and the new one",
                () -> phones.awaitCard(
                        ZHANG,
                        "a card with → " + after,
                        one -> !seen.contains(id(one))
                                && one.path("rows").toString().contains("→ " + after)));
        steps.step("张三 agrees", () -> phones.click(ZHANG, id(card), "approve", Map.of()));
        steps.step("李四's card closes, the new value counts", () -> {
            member.awaitState("APPROVED");
            Member.expect(member.profile(), "income", tier.path("code").asString(""));
            return phones.awaitCard(
                    LI,
                    "no open card of it",
                    one -> sameTask(one, card) && one.path("closed").asBoolean());
        });
        steps.step("and the history tells all of it", this::history);
    }

    private JsonNode refused(String code) {
        ApiClient.Answer answer = member.change(Map.of("email", EMAIL));
        if (answer.status() != 409) {
            throw new Unexpected("a refusal " + code, answer);
        }
        Member.expect(answer.body(), "code", code);
        return answer.body();
    }

    private JsonNode history() {
        JsonNode history = member.history();
        List<String> steps = PhoneClient.all(history.path("items"))
                .map(item -> item.path("what").asString(""))
                .toList();
        if (!steps.containsAll(List.of("RETURNED", "WITHDRAWN", "APPROVED", "EDIT_SUBMITTED", "EDIT_APPROVED"))) {
            throw new Unexpected("a history from the first return to the last change", history);
        }
        return history;
    }

    private static boolean sameTask(JsonNode one, JsonNode other) {
        return id(one).substring(0, id(one).lastIndexOf('-'))
                .equals(id(other).substring(0, id(other).lastIndexOf('-')));
    }

    static String id(JsonNode card) {
        return card.path("taskId").asString("");
    }
}
