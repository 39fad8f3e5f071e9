package cn.tuanwu.bot.chat;

import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.EventHandler;
import cn.tuanwu.bot.inbox.Reply;
import cn.tuanwu.bot.invite.Entry;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A member's word to the official account, typed or from its menu: 报到 opens the way in, 进度 the way to the status, 帮助
 * explains, 常见问题 lists what is known; a question is looked up, anything else is answered with what can be said.
 */
@Component
class OfficialAccountChat implements EventHandler {
    private static final String HELP = "您可以：\n· 扫描团支部的报到二维码，直接进入本支部报到；\n· 回复“报到”，进入后自行选择团支部；\n"
            + "· 回复“进度”，查看审核到了哪一步；\n· 回复“常见问题”，或直接提问，例如“实名认证要多久”“怎么撤回”“换了手机号”“被退回怎么办”。";
    private static final String SHORT_HELP = "没有找到相关内容。回复“报到”开始报到，“进度”查看审核进度，“帮助”查看更多。";

    private final Entry entry;
    private final Faq faq;
    private final Clock clock;

    OfficialAccountChat(Entry entry, Faq faq, Clock clock) {
        this.entry = entry;
        this.faq = faq;
        this.clock = clock;
    }

    @Override
    public boolean handles(Event event) {
        return event.is(Event.Source.OA, "text") || event.is(Event.Source.OA, "click");
    }

    @Override
    public Optional<Reply> handle(Event event, String occasion) {
        String said = event.text(event.kind().equals("click") ? "EventKey" : "Content");
        return Optional.of(Reply.text(event, clock.instant(), words(said.strip(), event.sender(), occasion)));
    }

    private String words(String said, String openid, String occasion) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "报到", "团员报到", "register" -> entry.open(openid, occasion);
            case "进度", "审核进度", "status" -> entry.status();
            case "帮助", "help" -> HELP;
            case "常见问题", "问题", "faq" -> faq.list();
            default -> faq.answer(said).orElse(SHORT_HELP);
        };
    }
}
