package cn.tuanwu.bot.chat;

import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.EventHandler;
import cn.tuanwu.bot.inbox.Reply;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An operator's word to the application in WeChat Work. */
@Component
class WeComChat implements EventHandler {
    private static final String HELP = "您好，这里是团员报到审核。\n· 有团员提交报到时，您会收到一张卡片，可直接点“同意”；\n"
            + "· 点“退回”前，请先在卡片里选择退回原因；\n· 实名认证校验中或校验失败的，手机上不能同意，请前往 PC 网站处理。";

    private final Clock clock;

    WeComChat(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean handles(Event event) {
        return event.is(Event.Source.WECOM, "text") || event.is(Event.Source.WECOM, "subscribe");
    }

    @Override
    public Optional<Reply> handle(Event event, String occasion) {
        return Optional.of(Reply.text(event, clock.instant(), HELP));
    }
}
