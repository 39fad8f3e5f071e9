package cn.tuanwu.bot.invite;

import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.inbox.EventHandler;
import cn.tuanwu.bot.inbox.Reply;
import cn.tuanwu.invite.Invitation;
import cn.tuanwu.invite.InviteDesk;
import cn.tuanwu.kernel.Outcome;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Someone followed the official account or scanned a code while following. */
@Component
class ScanHandler implements EventHandler {
    private static final String FOLLOWED_BY_CODE = "qrscene_";

    private final InviteDesk invitations;
    private final Entry entry;
    private final Clock clock;

    ScanHandler(InviteDesk invitations, Entry entry, Clock clock) {
        this.invitations = invitations;
        this.entry = entry;
        this.clock = clock;
    }

    @Override
    public boolean handles(Event event) {
        return event.is(Event.Source.OA, "subscribe") || event.is(Event.Source.OA, "scan");
    }

    @Override
    public Optional<Reply> handle(Event event, String occasion) {
        String words = code(event)
                .map(code -> answer(code, event.sender(), occasion))
                .orElseGet(() -> entry.open(event.sender(), occasion));
        return Optional.of(Reply.text(event, clock.instant(), words));
    }

    private String answer(String code, String openid, String occasion) {
        Outcome<Invitation> resolved = invitations.resolve(code);
        if (resolved instanceof Outcome.Refused<Invitation> refused) {
            return refused.first().text();
        }
        return entry.invited(((Outcome.Done<Invitation>) resolved).value(), openid, occasion);
    }

    /** Only a new follower's key carries the prefix; a code may begin with the same letters. */
    private static Optional<String> code(Event event) {
        String key = event.text("EventKey");
        if (event.kind().equals("scan")) {
            return Optional.of(key);
        }
        return key.startsWith(FOLLOWED_BY_CODE)
                ? Optional.of(key.substring(FOLLOWED_BY_CODE.length()))
                : Optional.empty();
    }
}
