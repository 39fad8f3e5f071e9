package cn.tuanwu.bot.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.EventHandler;
import cn.tuanwu.bot.inbox.Reply;
import cn.tuanwu.capture.PageDesk;
import cn.tuanwu.kernel.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A picture in the chat is a page of the form its sender is collecting. Nothing is said to each: a card follows the last. */
@Component
class PictureHandler implements EventHandler {
    private static final String STRANGER = "您不在审核人员名单中，发来的照片没有收下。如需提交电子志愿书，请联系上级团委添加。";

    private final Roster roster;
    private final PageDesk pages;
    private final Clock clock;

    PictureHandler(Roster roster, PageDesk pages, Clock clock) {
        this.roster = roster;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public boolean handles(Event event) {
        return event.is(Event.Source.WECOM, "image");
    }

    @Override
    public Optional<Reply> handle(Event event, String occasion) {
        Optional<Roster.Person> person = roster.byUserid(event.sender()).flatMap(found -> roster.serving(found.id()));
        if (person.isEmpty()) {
            return Optional.of(Reply.text(event, clock.instant(), STRANGER));
        }
        Caller.Staff caller = new Caller.Staff(person.get().id(), person.get().name());
        Outcome<Long> collected = pages.collect(caller, sentAt(event), event.text("MsgId"), event.text("MediaId"));
        return collected instanceof Outcome.Refused<Long> refused
                ? Optional.of(Reply.text(event, clock.instant(), refused.first().text()))
                : Optional.empty();
    }

    /** By the platform's clock, which alone knows in what order they were sent. */
    private Instant sentAt(Event event) {
        String second = event.text("CreateTime");
        return second.matches("[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(second)) : clock.instant();
    }
}
