package cn.tuanwu.transfer;

import cn.tuanwu.org.Organisation;
import java.util.List;

/**
 * Who starts or takes back, and for whom they speak.
 *
 * @param actor kind:id, for the audit
 * @param name what others read; null: the member
 * @param roots organisations: they speak for these and what is below
 */
record Starter(Transfer.Side side, String actor, String name, List<Organisation> roots) {

    boolean speaksFor(Organisation organisation) {
        return roots.stream().anyMatch(organisation::isWithin);
    }

    /** A node of their own side needs not be asked: starting it was agreeing. */
    boolean agreesAt(Route.Stop stop) {
        boolean own =
                switch (side) {
                    case MEMBER -> false;
                    case OUT_BRANCH -> stop.role().isOut();
                    case IN_BRANCH -> !stop.role().isOut();
                };
        return own && stop.organisation() != null && speaksFor(stop.organisation());
    }
}
