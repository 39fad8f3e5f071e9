package cn.tuanwu.bot.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.EventHandler;
import cn.tuanwu.bot.inbox.Late;
import cn.tuanwu.bot.inbox.Reply;
import cn.tuanwu.bot.tencent.CardXml;
import cn.tuanwu.capture.Batch;
import cn.tuanwu.capture.CaptureDesk;
import cn.tuanwu.form.Form;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.push.PushKind;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Does what was tapped in a card about collected pictures, or says in the card why not. */
@Component
@Order(0)
class FormClickHandler implements EventHandler {
    private static final String CHOOSE_FIRST = "请先选择团员，再点“确定”。列表中没有的，请直接回复姓名或手机号码。";
    private static final Logger log = LoggerFactory.getLogger(FormClickHandler.class);

    private final Roster roster;
    private final CaptureDesk captures;
    private final CaptureFace face;
    private final Clock clock;

    FormClickHandler(Roster roster, CaptureDesk captures, CaptureFace face, Clock clock) {
        this.roster = roster;
        this.captures = captures;
        this.face = face;
        this.clock = clock;
    }

    @Override
    public boolean handles(Event event) {
        return event.is(Event.Source.WECOM, "template_card_event")
                && FormClick.of(event).isPresent();
    }

    @Override
    public Optional<Reply> handle(Event event, String occasion) {
        FormClick click = FormClick.of(event).orElseThrow();
        Optional<Caller.Staff> caller = roster.byUserid(event.sender())
                .filter(person -> person.id() == click.staffId())
                .map(person -> new Caller.Staff(person.id(), person.name()));
        if (caller.isEmpty() || captures.find(caller.get(), click.batchId()).isEmpty()) {
            log.warn("A tap ({}) on a card of pictures came from someone it was not sent to, or too late", occasion);
            return Optional.empty();
        }
        String note = act(caller.get(), click)
                .filter(refused -> !refused.equals(CaptureDesk.UNKNOWN.text()))
                .orElse("");
        Batch today = captures.find(caller.get(), click.batchId()).orElseThrow();
        String xml = Reply.of(
                event, clock.instant(), "update_template_card", CardXml.of("TemplateCard", face.of(today, note)));
        return Optional.of(new Reply(xml, new Late(PushKind.FORM_CARD_ANSWER, note), () -> {}));
    }

    /** @return why it was not done, if it was not; a batch that is over shows on its card */
    private Optional<String> act(Caller.Staff caller, FormClick click) {
        long batch = click.batchId();
        return switch (click.button()) {
            case CaptureFace.PICK ->
                click.chosen().isEmpty()
                        ? Optional.of(CHOOSE_FIRST)
                        : refusal(captures.choose(caller, batch, click.chosen().get()));
            case CaptureFace.OTHER -> refusal(captures.unchoose(caller, batch));
            case CaptureFace.SUBMIT -> refusal(captures.submit(caller, batch, Form.Source.CHAT));
            case CaptureFace.DROP -> refusal(captures.drop(caller, batch));
            default -> Optional.empty();
        };
    }

    private static Optional<String> refusal(Outcome<Batch> outcome) {
        return outcome instanceof Outcome.Refused<Batch> refused
                ? Optional.of(refused.first().text())
                : Optional.empty();
    }
}
