package cn.tuanwu.leaving;

import cn.tuanwu.org.Organisation;
import java.util.List;

/**
 * Who speaks, and for which organisations: they and what is below them.
 *
 * @param actor kind:id, for the audit
 * @param name null: the member
 */
record Voice(String actor, String name, List<Organisation> roots) {

    boolean speaksFor(Organisation branch) {
        return roots.stream().anyMatch(branch::isWithin);
    }
}
