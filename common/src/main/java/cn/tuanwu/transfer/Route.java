package cn.tuanwu.transfer;

import cn.tuanwu.access.Superiors;
import cn.tuanwu.org.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who has to agree, in which order: the branch that lets go, its superior, the branch that takes, its superior. Where one
 * superior holds both, the branches alone; out of the province the two that let go; a committee as the target stands for
 * its side and names the branch.
 */
@Component
class Route {
    private final Superiors superiors;

    Route(Superiors superiors) {
        this.superiors = superiors;
    }

    /** @param target null: out of the province */
    List<Stop> of(Organisation from, Organisation target) {
        Organisation letsGo = superiors.above(from).orElse(null);
        Organisation takes = target == null ? null : answering(target).orElse(null);
        List<Stop> stops = new ArrayList<>();
        stops.add(new Stop(Transfer.Role.OUT_BRANCH, from));
        boolean same = target != null && Objects.equals(id(letsGo), id(takes));
        if (!same) {
            stops.add(new Stop(Transfer.Role.OUT_SUPERIOR, letsGo));
        }
        if (target != null && target.isBranch()) {
            stops.add(new Stop(Transfer.Role.IN_BRANCH, target));
        }
        if (target != null && (!same || !target.isBranch())) {
            stops.add(new Stop(Transfer.Role.IN_SUPERIOR, takes));
        }
        return stops;
    }

    /** Who stands at a node when the tree has changed; empty: nobody is above. */
    Optional<Organisation> at(Transfer.Role role, Organisation from, Organisation target) {
        return switch (role) {
            case OUT_BRANCH -> Optional.of(from);
            case OUT_SUPERIOR -> superiors.above(from);
            case IN_BRANCH -> Optional.of(target);
            case IN_SUPERIOR -> answering(target);
        };
    }

    private Optional<Organisation> answering(Organisation target) {
        return target.isBranch() ? superiors.above(target) : Optional.of(target);
    }

    private static Long id(Organisation organisation) {
        return organisation == null ? null : organisation.id();
    }

    /** @param organisation null: nobody is there, the node is skipped */
    record Stop(Transfer.Role role, Organisation organisation) {}
}
