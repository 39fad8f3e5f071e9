package cn.tuanwu.registration;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.number.NumberDesk;
import cn.tuanwu.realname.RealNameDesk;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Erases a registration with everything the member typed, and sets a tombstone: number, branch, months, the document's keyed
 * hash, when, by whom, why. A number that was used is void from then on; one that was reserved is free. Pictures lose their
 * rows' link at once and are swept from their shelf. The account stays. Joins the transaction of the cause.
 */
@Component
public class Erasure {
    private final RegistrationRows rows;
    private final DepartureRows departures;
    private final ErasureRows traces;
    private final NumberDesk numbers;
    private final RealNameDesk realNames;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Erasure(
            RegistrationRows rows,
            DepartureRows departures,
            ErasureRows traces,
            NumberDesk numbers,
            RealNameDesk realNames,
            History history,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.departures = departures;
        this.traces = traces;
        this.numbers = numbers;
        this.realNames = realNames;
        this.history = history;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Publishes {@link Registration.Erased}, on which the other rooms let go of theirs, then {@link Registration.Stepped}.
     *
     * @param actor kind:id of who decided it
     * @param reason a code of at most 20 letters
     * @return false when there is none such
     */
    public boolean erase(long registrationId, String actor, String reason) {
        RegistrationRow row = rows.lock(registrationId);
        if (row == null) {
            return false;
        }
        if (row.state.isMember() || row.state.isLeft()) {
            traces.bury(tombstone(row, actor, reason));
        }
        numbers.release(row.id);
        numbers.voidUsed(row.id);
        traces.loosenEvidence(row.id);
        traces.loosenOffline(row.id);
        traces.forgetEdits(row.id);
        traces.forgetPasses(row.id);
        departures.dismiss(row.id);
        traces.erase(row.id);
        Optional.ofNullable(row.realnameId)
                .filter(check -> rows.naming(check) == 0)
                .ifPresent(realNames::forget);
        events.publishEvent(new Registration.Erased(row.id, row.accountId));
        history.forget(row.id);
        return true;
    }

    private TombstoneRow tombstone(RegistrationRow row, String actor, String reason) {
        Instant now = clock.instant();
        TombstoneRow stone = new TombstoneRow();
        stone.id = ids.next();
        stone.number = row.memberNumber;
        stone.branchId = row.branchId;
        stone.joinMonth = row.joinMonth;
        stone.endMonth = YearMonth.from(ChinaTime.date(now)).toString();
        stone.documentBlind = row.documentBlind;
        stone.endedAt = now;
        stone.endedBy = actor;
        stone.reason = reason;
        return stone;
    }
}
