package cn.tuanwu.form;

import cn.tuanwu.org.Organisation;
import java.util.List;

/**
 * Who asks, and how far that goes.
 *
 * @param actor kind:id, for the audit
 * @param roots organisations: they and what is below them
 */
record Reach(String actor, String name, List<Organisation> roots) {

    boolean holds(Organisation branch) {
        return roots.stream().anyMatch(branch::isWithin);
    }
}
