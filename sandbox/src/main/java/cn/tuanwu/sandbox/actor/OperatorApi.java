package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.actor.CardView.Button;
import cn.tuanwu.sandbox.actor.CardView.Option;
import cn.tuanwu.sandbox.actor.CardView.Selection;
import cn.tuanwu.sandbox.callback.OperatorPhone;
import cn.tuanwu.sandbox.callback.OperatorPhone.Told;
import cn.tuanwu.sandbox.wecom.WebLogins;
import cn.tuanwu.sandbox.world.Chats;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.WorldState.CardCopy;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A thumb on an operator's WeChat Work. */
@RestController
@RequestMapping("/sandbox/operators/{userid}")
class OperatorApi {

    record MenuKey(String key) {}

    record Words(String text) {}

    /** {@code force}: the thumb was on the button before this phone heard that the card is closed. */
    record Click(String key, Map<String, List<String>> selected, Boolean force) {}

    record Content(String content) {}

    record Confirmed(boolean confirmed) {}

    record Answer(boolean delivered, int attempts, int status, MessageView reply) {}

    record Clicked(boolean delivered, int attempts, int status, String problem, CardView card) {}

    private final Contacts contacts;
    private final Chats chats;
    private final OperatorPhone phone;
    private final WebLogins logins;

    OperatorApi(Contacts contacts, Chats chats, OperatorPhone phone, WebLogins logins) {
        this.logins = logins;
        this.contacts = contacts;
        this.chats = chats;
        this.phone = phone;
    }

    @PostMapping("/messages")
    Answer say(@PathVariable String userid, @RequestBody Words words) {
        if (words.text() == null || words.text().isBlank()) {
            throw ActorRefusal.invalid("TEXT_EMPTY", "请输入要发送的内容");
        }
        return answer(phone.say(known(userid), words.text()));
    }

    @PostMapping("/enter")
    Answer enter(@PathVariable String userid) {
        return answer(phone.enter(known(userid)));
    }

    @PostMapping("/menu")
    Answer menu(@PathVariable String userid, @RequestBody MenuKey menu) {
        return answer(phone.menu(known(userid), menu.key() == null ? "" : menu.key()));
    }

    /** The camera of this WeChat Work reads the code of the sign-in page, and its owner taps 确认登录. */
    @PostMapping("/scan")
    Confirmed scan(@PathVariable String userid, @RequestBody Content given) {
        return new Confirmed(logins.confirm(given.content() == null ? "" : given.content(), known(userid)));
    }

    /** Opens a page the way a tap on this phone does: whoever asks later whose phone it is gets told. */
    @GetMapping("/open")
    ResponseEntity<Void> open(@PathVariable String userid, @RequestParam String url) {
        if (!url.matches("(?i)https?://[^\\s]+|/[^/\\s][^\\s]*")) {
            throw ActorRefusal.invalid("URL_INVALID", "只能打开网页地址");
        }
        String owner = known(userid);
        boolean asks = url.contains("/connect/oauth2/authorize?");
        String[] parts = url.split("#", 2);
        String target = asks ? parts[0] + "&sandbox_user=" + owner + (parts.length == 2 ? "#" + parts[1] : "") : url;
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, target)
                .header(HttpHeaders.SET_COOKIE, "sandbox_user=" + owner + "; Path=/; HttpOnly; SameSite=Lax")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PostMapping("/cards/{taskId}/click")
    Clicked click(@PathVariable String userid, @PathVariable String taskId, @RequestBody Click click) {
        String owner = known(userid);
        CardCopy copy = copy(owner, taskId);
        CardView card = CardView.of(copy);
        if (card.closed() && !Boolean.TRUE.equals(click.force())) {
            throw ActorRefusal.conflict("CARD_CLOSED", "卡片的按钮已不能点击");
        }
        Button button = card.buttons().stream()
                .filter(candidate -> candidate.type() == 0 && candidate.key().equals(click.key()))
                .findFirst()
                .orElseThrow(() -> ActorRefusal.unknown("BUTTON_UNKNOWN", "卡片上没有这个按钮"));
        Map<String, List<String>> selected = selected(card.selection(), click.selected());
        remember(owner, taskId, selected);
        Told told = phone.click(owner, copy, button.key(), selected);
        return new Clicked(
                told.delivered(), told.attempts(), told.status(), told.problem(), CardView.of(copy(owner, taskId)));
    }

    /** A menu left alone sends what it shows, as on a real phone. */
    private static Map<String, List<String>> selected(Selection selection, Map<String, List<String>> given) {
        if (selection == null || selection.disabled()) {
            return Map.of();
        }
        List<String> chosen = given == null ? null : given.get(selection.questionKey());
        if (chosen == null || chosen.isEmpty()) {
            chosen = List.of(selection.selectedId());
        }
        List<String> known = selection.options().stream().map(Option::id).toList();
        if (chosen.size() != 1 || !known.containsAll(chosen)) {
            throw ActorRefusal.invalid("OPTION_UNKNOWN", "卡片上没有这个选项");
        }
        return Map.of(selection.questionKey(), chosen);
    }

    private void remember(String owner, String taskId, Map<String, List<String>> selected) {
        selected.values()
                .forEach(options -> chats.changeCard(
                        owner,
                        taskId,
                        copy -> new CardCopy(copy.taskId(), copy.card(), copy.replaceName(), options.get(0))));
    }

    private CardCopy copy(String owner, String taskId) {
        return chats.card(owner, taskId).orElseThrow(() -> ActorRefusal.unknown("CARD_UNKNOWN", "这部手机上没有这张卡片"));
    }

    private String known(String userid) {
        return contacts.find(userid)
                .orElseThrow(() -> ActorRefusal.unknown("OPERATOR_UNKNOWN", "通讯录里没有 " + userid))
                .userid();
    }

    private static Answer answer(Told told) {
        return new Answer(
                told.delivered(),
                told.attempts(),
                told.status(),
                told.reply() == null ? null : MessageView.of(told.reply()));
    }
}
