package cn.tuanwu.rebind;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads re-bindings, and keeps their phones sealed. */
@Component
public class RebindBook {
    private final RebindingRows rows;
    private final Seal seal;
    private final Blind blind;
    private final Clock clock;

    RebindBook(RebindingRows rows, Seal seal, Blind blind, Clock clock) {
        this.rows = rows;
        this.seal = seal;
        this.blind = blind;
        this.clock = clock;
    }

    /** For its reviewer, and to tell its phones. */
    public Optional<Rebinding> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(this::rebinding);
    }

    /** What waits for the branch's decision about this account. */
    public Optional<Rebinding> openOf(long accountId) {
        return Optional.ofNullable(rows.openOf(accountId)).map(this::rebinding);
    }

    Optional<RebindingRow> byTicket(String ticket) {
        return Ids.isToken(ticket) ? Optional.ofNullable(rows.byTicket(index(ticket))) : Optional.empty();
    }

    /** What waits for too long is over, even before anybody wrote so. */
    Rebinding rebinding(RebindingRow row) {
        boolean late = row.state == Rebinding.State.PENDING && !row.expiresAt.isAfter(clock.instant());
        return new Rebinding(
                row.id,
                row.accountId,
                row.registrationId,
                late ? Rebinding.State.EXPIRED : row.state,
                new Phone(seal.open(place("old_phone", row.id), row.oldPhoneSealed)),
                new Phone(seal.open(place("new_phone", row.id), row.newPhoneSealed)),
                row.askedAt,
                row.expiresAt,
                late ? row.expiresAt : row.endedAt,
                row.reason);
    }

    RebindingRow row(long id, long accountId, Phone from, Phone to) {
        RebindingRow row = new RebindingRow();
        row.id = id;
        row.accountId = accountId;
        row.oldPhoneSealed = seal.seal(place("old_phone", id), from.number());
        row.newPhoneSealed = seal.seal(place("new_phone", id), to.number());
        row.newPhoneBlind = blind.of("phone", to.number());
        row.askedAt = clock.instant();
        return row;
    }

    byte[] index(String ticket) {
        return blind.of("rebinding ticket", ticket);
    }

    private static Place place(String column, long id) {
        return new Place("rebinding", column, id);
    }
}
