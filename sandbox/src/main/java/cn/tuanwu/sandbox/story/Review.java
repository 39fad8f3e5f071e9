package cn.tuanwu.sandbox.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** The two operators' cards: returned once, withdrawn once, approved by one of the two. */
final class Review {

    private static final String ZHANG = "zhangsan";
    private static final String LI = "lisi";
    private static final Map<String, String> NAMES = Map.of(ZHANG, "张三", LI, "李四");

    private final Steps steps;
    private final URI address;
    private final PhoneClient phones;
    private final Member member;
    private final Set<String> seen = new HashSet<>();
    private final List<Long> submitToCard = new ArrayList<>();

    Review(Steps steps, URI address, PhoneClient phones, Member member) {
        this.steps = steps;
        this.address = address;
        this.phones = phones;
        this.member = member;
    }

    List<Long> submitToCard() {
        return List.copyOf(submitToCard);
    }

    void returned() {
        Cards cards = submitted("submits");
        steps.step("张三 types 待审核 and sees who waits, masked", () -> waiting(ZHANG));
        JsonNode reason = steps.step("张三 returns it with a reason chosen in the card", () -> {
            JsonNode selection = cards.zhang().path("selection");
            JsonNode chosen = aReason(selection);
            phones.click(
                    ZHANG,
                    id(cards.zhang()),
                    "return",
                    Map.of(
                            selection.path("questionKey").asString(""),
                            List.of(chosen.path("id").asString(""))));
            return chosen;
        });
        steps.step("李四's card closes", () -> closed(LI, cards.li()));
        steps.step("the member's home page shows the reason", () -> {
            JsonNode returned = member.awaitState("RETURNED").path("returned");
            if (!returned.toString().contains(reason.path("text").asString(""))) {
                throw new Unexpected("the reason " + reason, returned);
            }
            return returned;
        });
        steps.step("and a notice says so", () -> member.notice("已退回"));
    }

    private String waiting(String operator) {
        String list = phones.say(operator, "待审核", "待您审核");
        String surname = member.person().surname();
        if (!list.contains("· " + surname) || list.contains(member.person().name())) {
            throw new Unexpected("a list with " + surname + "*", list);
        }
        return list;
    }

    /** Any but the one the card opens with, which asks to choose. */
    private static JsonNode aReason(JsonNode selection) {
        String opensWith = selection.path("selectedId").asString("");
        return PhoneClient.all(selection.path("options"))
                .filter(option -> !option.path("id").asString("").equals(opensWith))
                .findFirst()
                .orElseThrow(() -> new Unexpected("reasons to choose from", selection));
    }

    void withdrawn() {
        Cards cards = submitted("edits and submits again", () -> member.edit("unit", "南岭大学数学学院"));
        steps.step("withdraws", () -> {
            member.withdraw();
            return null;
        });
        steps.step("both cards close", () -> {
            closed(ZHANG, cards.zhang());
            return closed(LI, cards.li());
        });
    }

    void approvedByOneOfTwo() {
        Cards cards = submitted("submits a third time");
        steps.step("the real-name check passes", () -> {
            member.awaitRealNamePassed();
            return null;
        });
        WorkPage page = steps.step(
                "李四 opens 查看详情, known to the page by WeChat Work", () -> WorkPage.open(address, LI, cards.li()));
        steps.step("which shows the same, masked", () -> masked(page.detail()));
        ApiClient.Answer onPage = steps.step("张三 taps 同意 in the card, 李四 on the page, at the same moment", () -> {
            var zhang = CompletableFuture.runAsync(() -> phones.click(ZHANG, id(cards.zhang()), "approve", Map.of()));
            var li = CompletableFuture.supplyAsync(page::approve);
            zhang.get();
            return li.get();
        });
        JsonNode approved = steps.step("the member is approved once", () -> member.awaitState("APPROVED"));
        String winner = approved.path("decidedBy").toString().contains(NAMES.get(LI)) ? LI : ZHANG;
        String other = winner.equals(LI) ? ZHANG : LI;
        steps.step("the page says so as well", () -> told(onPage, page, NAMES.get(winner)));
        steps.step(NAMES.get(other) + " is told that " + NAMES.get(winner) + " has decided", () -> {
            JsonNode card = closed(other, other.equals(LI) ? cards.li() : cards.zhang());
            if (!card.toString().contains(NAMES.get(winner))
                    && !phones.chat(other).toString().contains("已由 " + NAMES.get(winner))) {
                throw new Unexpected("a card naming " + NAMES.get(winner), card);
            }
            return closed(winner, winner.equals(LI) ? cards.li() : cards.zhang());
        });
        steps.step("a notice tells the member", () -> member.notice("已通过"));
        steps.step("and the home page shows the certificate", member::certificate);
    }

    /** Whoever was second on the page heard who was first; it shows the same to everybody now. */
    private static JsonNode told(ApiClient.Answer answer, WorkPage page, String winner) {
        JsonNode now = page.detail().path("decided");
        boolean lost = answer.status() == 409
                && answer.body()
                        .path("detail")
                        .asString("")
                        .equals(now.path("text").asString("none"));
        boolean won = answer.status() == 200 && winner.equals(NAMES.get(LI));
        if (!won && !lost || !winner.equals(now.path("by").asString(""))) {
            throw new Unexpected("the page to say that " + winner + " has decided", answer + " " + now);
        }
        return now;
    }

    private Cards submitted(String title) {
        return submitted(title, () -> {});
    }

    private Cards submitted(String title, Runnable before) {
        for (String operator : List.of(ZHANG, LI)) {
            phones.cards(operator).forEach(card -> seen.add(id(card)));
        }
        long moment = steps.step("The member " + title, () -> {
            before.run();
            return member.submit();
        });
        JsonNode zhang = steps.step("张三's phone shows the card, masked", () -> {
            JsonNode card = phones.awaitCard(ZHANG, "a new card", this::isNewAndOfThisMember);
            submitToCard.add(Steps.millisSince(moment));
            return masked(card);
        });
        JsonNode li = steps.step(
                "李四's phone shows it too",
                () -> phones.awaitCard(
                        LI, "the card of the same task", card -> task(card).equals(task(zhang))));
        return new Cards(zhang, li);
    }

    private record Cards(JsonNode zhang, JsonNode li) {}

    private boolean isNewAndOfThisMember(JsonNode card) {
        String surname = member.person().surname();
        return !seen.contains(id(card))
                && !card.path("closed").asBoolean()
                && PhoneClient.all(card.path("rows"))
                        .anyMatch(row -> row.path("value").asString("").startsWith(surname));
    }

    private JsonNode masked(JsonNode card) {
        String all = card.toString();
        if (all.contains(member.person().name()) || all.contains(member.person().idNumber())) {
            throw new Unexpected("a masked name and identity number", card);
        }
        return card;
    }

    private JsonNode closed(String operator, JsonNode card) {
        return phones.awaitCard(
                operator,
                "the card closed",
                now -> id(now).equals(id(card)) && now.path("closed").asBoolean());
    }

    private static String id(JsonNode card) {
        return card.path("taskId").asString("");
    }

    /** The part of a card's id that the operators' cards of one task share. */
    private static String task(JsonNode card) {
        return id(card).substring(0, id(card).lastIndexOf('-'));
    }
}
