package cn.tuanwu.ceremony;

import cn.tuanwu.org.Organisation;
import java.util.List;

/**
 * Who asks, and how far that goes.
 *
 * @param actor kind:id, for the audit
 * @param roots organisations: they and what is below them
 * @param administered of them, those the caller is an admin of
 * @param onPhone members are masked there
 */
record CeremonyReach(
        String actor, String name, List<Organisation> roots, List<Organisation> administered, boolean onPhone) {

    boolean holds(Organisation organisation) {
        return roots.stream().anyMatch(organisation::isWithin);
    }

    /** Whether a record is theirs to change: their own, or of an organisation they administer. */
    boolean mayChange(String recordedBy, Organisation organisation) {
        return holds(organisation)
                && (actor.equals(recordedBy) || administered.stream().anyMatch(organisation::isWithin));
    }
}
