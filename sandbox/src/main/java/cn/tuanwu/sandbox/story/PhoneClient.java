package cn.tuanwu.sandbox.story;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What thumbs do on the sandbox's phones, and what eyes see on them. */
final class PhoneClient {

    private static final Pattern SMS_CODE = Pattern.compile("(?<!\\d)(\\d{4,8})(?!\\d)");

    private final ApiClient sandbox;

    PhoneClient(URI address) {
        this.sandbox = new ApiClient(address);
    }

    String newMember(String nickname) {
        return sandbox.post("/sandbox/members", Map.of("nickname", nickname))
                .ok()
                .path("id")
                .asString("");
    }

    JsonNode scan(String member, byte[] png) {
        return sandbox.upload("/sandbox/members/" + member + "/scan", "image", "invitation.png", png)
                .ok();
    }

    String loginCode(String member) {
        return sandbox.post("/sandbox/members/" + member + "/login-code", Map.of())
                .ok()
                .path("code")
                .asString("");
    }

    void acceptPushes(String member, List<String> templateIds) {
        sandbox.post(
                        "/sandbox/members/" + member + "/subscriptions",
                        Map.of("templateIds", templateIds, "accept", true))
                .ok();
    }

    /** The path in the first mini-program link the official account has sent to the member. */
    String miniProgramPath(String member) {
        return Steps.await(
                "a reply with a mini-program link",
                () -> all(member(member).path("chat"))
                        .filter(message -> message.path("from").asString("").equals("app"))
                        .flatMap(message -> all(message.path("links")))
                        .map(link -> link.path("miniProgram").path("path").asString(""))
                        .filter(path -> !path.isEmpty())
                        .findFirst(),
                () -> member(member).path("chat"));
    }

    String smsCode(String phone) {
        return Steps.await("an SMS with a code", () -> newestSms(phone), () -> "none");
    }

    /** Waits for an SMS that says {@code words}. */
    String awaitSms(String phone, String words) {
        return Steps.await(
                "an SMS saying " + words,
                () -> texts(phone).filter(text -> text.contains(words)).findFirst(),
                () -> texts(phone).toList());
    }

    private Stream<String> texts(String phone) {
        return all(sandbox.get("/sandbox/sms?phone=" + phone).ok().path("messages"))
                .map(message -> message.path("text").asString(""));
    }

    private Optional<String> newestSms(String phone) {
        JsonNode messages = sandbox.get("/sandbox/sms?phone=" + phone).ok().path("messages");
        return all(messages)
                .map(message -> message.path("text").asString(""))
                .filter(text -> text.contains("验证码"))
                .reduce((older, newer) -> newer)
                .map(SMS_CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** Waits for a notice on the member's phone that says {@code words}. */
    JsonNode notice(String member, String words) {
        return Steps.await(
                "a notice saying " + words,
                () -> all(member(member).path("notices"))
                        .filter(notice -> notice.path("fields").toString().contains(words))
                        .findFirst(),
                () -> member(member).path("notices"));
    }

    /** The cards an operator has, oldest first. */
    List<JsonNode> cards(String operator) {
        return all(chat(operator))
                .filter(message -> message.path("type").asString("").equals("card"))
                .map(message -> message.path("card"))
                .toList();
    }

    JsonNode chat(String operator) {
        return all(state().path("operators"))
                .filter(one -> one.path("userid").asString("").equals(operator))
                .findFirst()
                .orElseThrow(() -> new Unexpected("an operator " + operator, "none"))
                .path("chat");
    }

    JsonNode awaitCard(String operator, String expected, Predicate<JsonNode> wanted) {
        return Steps.await(
                operator + " to have " + expected,
                () -> cards(operator).stream().filter(wanted).findFirst(),
                () -> cards(operator).stream().reduce((older, newer) -> newer).orElse(null));
    }

    /** The thumb comes down even if the phone hears in this moment that the card is closed. */
    JsonNode click(String operator, String taskId, String key, Map<String, List<String>> selected) {
        return sandbox.post(
                        "/sandbox/operators/" + operator + "/cards/" + ApiClient.encoded(taskId) + "/click",
                        Map.of("key", key, "selected", selected, "force", true))
                .ok();
    }

    /** What the application answers an operator's word, in the answer to it or by a message of its own. */
    String say(String operator, String words, String expected) {
        return answer(
                "/sandbox/operators/" + operator + "/messages", Map.of("text", words), () -> chat(operator), expected);
    }

    /** Taps the button of this name under the official account; what is answered, at once or a little later. */
    String tapMenu(String member, String name, String expected) {
        String key = Steps.await(
                "a menu with " + name,
                () -> key(state().path("menus").path("OFFICIAL_ACCOUNT"), name),
                () -> state().path("menus"));
        return answer(
                "/sandbox/members/" + member + "/menu",
                Map.of("key", key),
                () -> member(member).path("chat"),
                expected);
    }

    /** People whose phone could not deliver it do it again. */
    private String answer(String path, Map<String, ?> deed, Supplier<JsonNode> chat, String expected) {
        Set<String> before = texts(chat.get()).keySet();
        AtomicBoolean delivered = new AtomicBoolean();
        return Steps.await(
                "an answer with " + expected,
                () -> {
                    if (!delivered.get()) {
                        delivered.set(
                                sandbox.post(path, deed).ok().path("delivered").asBoolean());
                    }
                    return texts(chat.get()).entrySet().stream()
                            .filter(text -> !before.contains(text.getKey()))
                            .map(Map.Entry::getValue)
                            .filter(text -> text.contains(expected))
                            .findFirst();
                },
                chat);
    }

    /** What the application said in this chat, by the messages' ids. */
    private static Map<String, String> texts(JsonNode chat) {
        return all(chat)
                .filter(message -> message.path("from").asString("").equals("app"))
                .filter(message -> message.path("type").asString("").equals("text"))
                .collect(Collectors.toMap(message -> message.path("id").asString(""), message -> message.path("text")
                        .asString("")));
    }

    private static Optional<String> key(JsonNode buttons, String name) {
        return all(buttons)
                .flatMap(button -> Stream.concat(Stream.of(button), all(button.path("sub_button"))))
                .filter(button -> button.path("name").asString("").equals(name))
                .map(button -> button.path("key").asString(""))
                .findFirst();
    }

    private JsonNode member(String id) {
        return all(state().path("members"))
                .filter(one -> one.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> new Unexpected("a member " + id, "none"));
    }

    JsonNode state() {
        return sandbox.get("/sandbox/state").ok();
    }

    static Stream<JsonNode> all(JsonNode array) {
        return array.valueStream();
    }
}
