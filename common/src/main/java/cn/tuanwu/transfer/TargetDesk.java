package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Relocation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Finds where a transfer may lead to: by words, or by the code on an organisation's wall; and who would be asked on the way.
 * Names and places are public.
 */
@Service
public class TargetDesk {
    private static final Refusal UNKNOWN =
            Refusal.of("TRANSFER_CODE_UNKNOWN", "这不是有效的转入二维码，或对应的团组织已撤销。请核对后再扫，也可以按名称查找。");

    private final OrgDesk organisations;
    private final Relocation relocation;
    private final Route route;

    TargetDesk(OrgDesk organisations, Relocation relocation, Route route) {
        this.organisations = organisations;
        this.relocation = relocation;
        this.route = route;
    }

    /** Branches and committees, the province itself left out, whose names, code or initials hold every word; at most 20. */
    public List<Organisation> search(String typed) {
        return organisations
                .root()
                .map(root -> organisations.search(root, typed).stream()
                        .filter(organisation -> organisation.parentId() != null)
                        .toList())
                .orElse(List.of());
    }

    /** What an address or a poster says for this organisation. */
    public String codeOf(Organisation organisation) {
        return TargetCode.of(organisation);
    }

    /** Where a code leads now: an organisation that was merged leads into its successor. Refused with TRANSFER_CODE_UNKNOWN. */
    public Outcome<Organisation> read(String code) {
        return TargetCode.read(code)
                .flatMap(organisations::byCode)
                .flatMap(found -> organisations.hold(found.id()))
                .filter(organisation -> organisation.parentId() != null)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(UNKNOWN));
    }

    /** Who would have to agree, in this order, if it began now; nobody while there is no target. */
    public List<Organisation> asked(Caller.OwnAccount caller, Wish wish) {
        Optional<Organisation> target = Optional.ofNullable(wish.targetId()).flatMap(organisations::hold);
        if (target.isEmpty() && !wish.isOutside()) {
            return List.of();
        }
        return relocation.of(caller).stream()
                .flatMap(standing -> route.of(standing.branch(), target.orElse(null)).stream())
                .map(Route.Stop::organisation)
                .filter(Objects::nonNull)
                .toList();
    }
}
