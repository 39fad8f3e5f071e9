package cn.tuanwu.bot.chat;

import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.EventHandler;
import cn.tuanwu.bot.inbox.Reply;
import cn.tuanwu.bot.invite.Entry;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A member's word to the official account, typed or from its menu: 报到 opens the way in, anything else is helped. */
@Component
class OfficialAccountChat implements EventHandler {
    private static final Set<String> REGISTER = Set.of("报到", "团员报到", "register");
    private static final String HELP =
            "您可以：\n· 扫描团支部的报到二维码，直接进入本支部报到；\n· 回复“报到”，进入后自行选择团支部。\n" + "提交后由团支部审核，结果会发给您；也可以随时进入小程序查看进度。";

    private final Entry entry;
    private final Clock clock;

    OfficialAccountChat(Entry entry, Clock clock) {
        this.entry = entry;
        this.clock = clock;
    }

    @Override
    public boolean handles(Event event) {
        return event.is(Event.Source.OA, "text") || event.is(Event.Source.OA, "click");
    }

    @Override
    public Optional<Reply> handle(Event event, String occasion) {
        String said = event.text(event.kind().equals("click") ? "EventKey" : "Content");
        boolean register = REGISTER.contains(said.strip().toLowerCase(Locale.ROOT));
        String words = register ? entry.open(event.sender(), occasion) : HELP;
        return Optional.of(Reply.text(event, clock.instant(), words));
    }
}
