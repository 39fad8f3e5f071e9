package cn.tuanwu.bot.chat;

import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.capture.FormWords;
import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.EventHandler;
import cn.tuanwu.bot.inbox.Reply;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An operator's word to the application in WeChat Work, typed or from its menu: 待审核, 进度, 帮助; else what it means while
 * pictures of a form wait.
 */
@Component
class WeComChat implements EventHandler {
    private static final String HELP = "您好，这里是团员报到审核。\n· 有团员提交报到时，您会收到一张卡片，可直接点“同意”；\n"
            + "· 点“退回”前，请先在卡片里选择退回原因；\n· 实名认证校验中或校验失败的，手机上不能同意，请前往 PC 网站处理；\n"
            + "· 回复“待审核”查看还有谁在等，回复“进度”查看近七天的审核情况；\n"
            + "· 把纸质入团志愿书逐页拍照发到这里，即可提交电子志愿书。";
    private static final String SHORT_HELP = "没有听懂。可回复：待审核、进度、帮助。";
    private static final String STRANGER = "您不在审核人员名单中。如需审核团员报到，请联系上级团委添加。";

    private final Roster roster;
    private final WaitingWords waiting;
    private final FormWords forms;
    private final Clock clock;

    WeComChat(Roster roster, WaitingWords waiting, FormWords forms, Clock clock) {
        this.forms = forms;
        this.roster = roster;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public boolean handles(Event event) {
        return event.is(Event.Source.WECOM, "text")
                || event.is(Event.Source.WECOM, "click")
                || event.is(Event.Source.WECOM, "subscribe");
    }

    @Override
    public Optional<Reply> handle(Event event, String occasion) {
        return Optional.of(Reply.text(event, clock.instant(), words(event)));
    }

    private String words(Event event) {
        String said =
                switch (event.kind()) {
                    case "subscribe" -> "帮助";
                    case "click" -> event.text("EventKey");
                    default -> event.text("Content");
                };
        Optional<Roster.Person> person = roster.byUserid(event.sender());
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "待审核", "waiting" -> person.map(who -> waiting.list(who.id())).orElse(STRANGER);
            case "进度", "status" -> person.map(who -> waiting.progress(who.id())).orElse(STRANGER);
            case "帮助", "help" -> HELP;
            default -> person.flatMap(who -> forms.answer(who, said)).orElse(SHORT_HELP);
        };
    }
}
