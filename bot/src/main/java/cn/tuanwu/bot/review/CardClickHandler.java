package cn.tuanwu.bot.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.EventHandler;
import cn.tuanwu.bot.inbox.Late;
import cn.tuanwu.bot.inbox.Reply;
import cn.tuanwu.bot.tencent.CardXml;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.review.CardDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewCard;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Decides what was tapped in a card, or says in the card why not. */
@Component
class CardClickHandler implements EventHandler {
    private static final Logger log = LoggerFactory.getLogger(CardClickHandler.class);

    private final Roster roster;
    private final CardDesk cards;
    private final ReviewDesk reviews;
    private final CardFace face;
    private final Clock clock;

    CardClickHandler(Roster roster, CardDesk cards, ReviewDesk reviews, CardFace face, Clock clock) {
        this.roster = roster;
        this.cards = cards;
        this.reviews = reviews;
        this.face = face;
        this.clock = clock;
    }

    @Override
    public boolean handles(Event event) {
        return event.is(Event.Source.WECOM, "template_card_event");
    }

    @Override
    public Optional<Reply> handle(Event event, String occasion) {
        Optional<CardClick> click = CardClick.of(event);
        Optional<Roster.Person> person = roster.byUserid(event.sender());
        Optional<ReviewCard> card = click.filter(
                        tap -> person.isPresent() && person.get().id() == tap.staffId())
                .flatMap(tap -> cards.find(tap.taskId(), tap.staffId(), tap.edition()));
        if (card.isEmpty()) {
            log.warn("A tap ({}) came from someone the card was not sent to, or on no card of ours: ignored", occasion);
            return Optional.empty();
        }
        if (!click.get().responseCode().isEmpty()) {
            cards.tapped(card.get(), click.get().responseCode());
        }
        return Optional.of(answer(event, occasion, click.get(), card.get(), person.get()));
    }

    /** Whatever the card was, an old one included: it is decided if it can be, and shows what is true then. */
    private Reply answer(Event event, String occasion, CardClick click, ReviewCard card, Roster.Person person) {
        Optional<String> refused = decide(click, person);
        ReviewTask today = reviews.find(click.taskId()).orElseThrow();
        boolean mayDecide = reviews.mayDecide(person.id(), today);
        if (today.isOpen() && mayDecide) {
            String note = refused.orElse("");
            return reply(event, face.open(today, note, click.selection()), note, () -> {});
        }
        if (refused.isPresent()) {
            cards.answering(card, occasion);
        }
        ObjectNode end = face.over(today, mayDecide);
        return reply(event, end, "", () -> cards.closedInReply(card, occasion));
    }

    /** @return why it was not decided, if it was not */
    private Optional<String> decide(CardClick click, Roster.Person person) {
        Optional<Decision> decision = click.decision();
        if (decision.isEmpty()) {
            return Optional.of("请先选择退回原因，再点“退回”。");
        }
        Caller.Staff reviewer = new Caller.Staff(person.id(), person.name());
        Outcome<ReviewTask> decided = reviews.decideOnPhone(reviewer, click.taskId(), decision.get());
        return decided instanceof Outcome.Refused<ReviewTask> refused
                ? Optional.of(refused.first().text())
                : Optional.empty();
    }

    /** @param note what an open card says; the rest of a card is drawn anew when it is said later */
    private Reply reply(Event event, ObjectNode card, String note, Runnable onDelivery) {
        String xml = Reply.of(event, clock.instant(), "update_template_card", CardXml.of("TemplateCard", card));
        return new Reply(xml, new Late(PushKind.REVIEW_CARD_ANSWER, note), onDelivery);
    }
}
