package cn.tuanwu.ceremony;

import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.Shift;
import cn.tuanwu.org.TreeDesk;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps true which ceremonies were held in which subtree, in the transaction of whatever changes it. A branch that is merged
 * keeps what it held: its record says who held it, not who came after.
 */
@Component
class CeremonyLines {
    private final CeremonyLineRows rows;

    CeremonyLines(CeremonyLineRows rows) {
        this.rows = rows;
    }

    void add(long ceremony, Organisation organisation, Instant heldAt, int oaths) {
        rows.put(Shift.lineage(organisation.path()), ceremony, heldAt, oaths);
    }

    void change(long ceremony, Instant heldAt, int oaths) {
        rows.change(ceremony, heldAt, oaths);
    }

    void recount(long ceremony) {
        rows.recount(ceremony);
    }

    void remove(long ceremony) {
        rows.remove(ceremony);
    }

    @EventListener
    void moved(TreeDesk.OrganisationMoved event) {
        Shift shift = event.shift();
        shift.left().forEach(place -> rows.leave(place, shift.who()));
        shift.entered().forEach(place -> rows.enter(place, shift.who()));
    }
}
