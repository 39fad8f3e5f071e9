package cn.tuanwu.sandbox.story;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The new member's volunteer form: photographed page by page in the chat, filed, seen at the console. */
final class PaperForm {
    private static final String ZHANG = "zhangsan";
    private static final List<String> GOOD = List.of("page-1", "page-2", "page-3");

    private final Steps steps;
    private final ApiClient sandbox;
    private final PhoneClient phones;
    private final Console console;
    private final Member member;
    /** What was said in earlier stories. */
    private final Set<String> heard = new HashSet<>();

    PaperForm(Steps steps, ApiClient sandbox, PhoneClient phones, Console console, Member member) {
        this.steps = steps;
        this.sandbox = sandbox;
        this.phones = phones;
        this.console = console;
        this.member = member;
    }

    void isPhotographedAndFiled() {
        // Pictures of a story that was broken off would be taken for pages of this form.
        phones.say(ZHANG, "取消", "。");
        Set<String> seen = cards();
        PhoneClient.all(phones.chat(ZHANG))
                .forEach(message -> heard.add(message.path("id").asString("")));
        steps.step("张三 photographs three pages of the paper form, the fourth is blurred", () -> {
            send(GOOD);
            return send(List.of("blurred"));
        });
        steps.step("and is told which page, while the paper is still in hand", () -> awaitText("第 4 页："));
        steps.step("the picture taken again takes its place", () -> send(List.of("page-4")));
        JsonNode card = steps.step(
                "a card asks whose form it is, names masked",
                () -> phones.awaitCard(
                        ZHANG,
                        "a card of 4 good pages",
                        one -> isNew(one, seen) && !one.path("rows").toString().contains("须重拍")));
        boolean typed = steps.step("张三 picks the member", () -> pick(card));
        steps.step("and says 提交", () -> submit(card, typed));
        steps.step("the chat says it is on file, in four pages", () -> awaitText("共 4 页，已归档"));
        steps.step("and the admin sees it at the console", this::atTheConsole);
    }

    private boolean isNew(JsonNode card, Set<String> seen) {
        return Change.id(card).startsWith("form-")
                && !seen.contains(Change.id(card))
                && card.path("rows").toString().contains("4 页");
    }

    private JsonNode send(List<String> samples) {
        JsonNode sent = sandbox.post("/sandbox/operators/" + ZHANG + "/pictures", Map.of("samples", samples))
                .ok();
        if (!sent.path("delivered").asBoolean()) {
            throw new Unexpected("the pictures to be delivered", sent);
        }
        return sent;
    }

    /** By the card when the member is among those it lists, else by the phone number, typed. */
    private boolean pick(JsonNode card) {
        String phone = member.person().phone();
        String end = "（尾号" + phone.substring(phone.length() - 4) + "）";
        List<String> option = PhoneClient.all(card.path("selection").path("options"))
                .filter(one -> one.path("text").asString("").endsWith(end))
                .map(one -> one.path("id").asString(""))
                .toList();
        if (option.size() == 1) {
            phones.click(ZHANG, Change.id(card), "pick", Map.of("member", option));
            return false;
        }
        phones.say(ZHANG, phone, "已选择");
        return true;
    }

    /** As the member was chosen: in the card, or typed. */
    private Object submit(JsonNode card, boolean typed) {
        if (typed) {
            return phones.say(ZHANG, "提交", "正在提交");
        }
        JsonNode offered = phones.awaitCard(
                ZHANG, "the card to offer 提交", one -> Change.id(one).equals(Change.id(card)) && offersSubmit(one));
        return phones.click(ZHANG, Change.id(offered), "submit", Map.of());
    }

    private static boolean offersSubmit(JsonNode card) {
        return PhoneClient.all(card.path("buttons"))
                .anyMatch(button -> button.path("key").asString("").equals("submit"));
    }

    private String awaitText(String holding) {
        return Steps.await(
                "张三 to be told " + holding,
                () -> PhoneClient.all(phones.chat(ZHANG))
                        .filter(message -> message.path("from").asString("").equals("app"))
                        .filter(message -> !heard.contains(message.path("id").asString("")))
                        .map(message -> message.path("text").asString(""))
                        .filter(text -> text.contains(holding))
                        .findFirst(),
                () -> phones.chat(ZHANG));
    }

    private JsonNode atTheConsole() {
        ApiClient api = console.api();
        String phone = member.person().phone();
        JsonNode found = api.post(
                        "/api/console/forms/search",
                        Map.of("which", "FORMAL", "name", member.person().name()))
                .ok();
        String registration = PhoneClient.all(found.path("items"))
                .filter(one -> one.path("phone").asString("").endsWith(phone.substring(phone.length() - 4)))
                .map(one -> one.path("registrationId").asString(""))
                .findFirst()
                .orElseThrow(() -> new Unexpected("the member among those with a form", found));
        JsonNode form = api.get("/api/console/members/" + registration + "/forms")
                .ok()
                .path("items")
                .path(0);
        Member.expect(form, "pages", "4");
        ApiClient.Answer page = api.get("/api/console/forms/" + form.path("id").asString("") + "/pages/4");
        if (page.status() != 200 || page.bytes().length < 10_000) {
            throw new Unexpected("the fourth page as a picture", page.status());
        }
        return form;
    }

    private Set<String> cards() {
        return phones.cards(ZHANG).stream().map(Change::id).collect(Collectors.toSet());
    }
}
