package cn.tuanwu.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Relocation;
import cn.tuanwu.registration.Relocation.Standing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Finds where a transfer may lead to: by words, or by the code on an organisation's wall; and who would be asked on the way.
 * Names and places are public.
 */
@Service
public class TargetDesk {
    private static final Refusal UNKNOWN =
            Refusal.of("TRANSFER_CODE_UNKNOWN", "这不是有效的转入二维码，或对应的团组织已撤销。请核对后再扫，也可以按名称查找。");

    private static final int MOST = 50;

    private final OrgDesk organisations;
    private final Relocation relocation;
    private final Route route;
    private final Voices voices;

    TargetDesk(OrgDesk organisations, Relocation relocation, Route route, Voices voices) {
        this.organisations = organisations;
        this.relocation = relocation;
        this.route = route;
        this.voices = voices;
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

    /** As above, of the caller's organisation and what is below it; without words that one and those right below. */
    public List<Organisation> within(Caller.Viewer caller, String typed) {
        Organisation own = caller.organisation();
        Stream<Organisation> found = typed.isBlank()
                ? Stream.concat(Stream.of(own), organisations.childrenOf(own, 0, MOST).stream())
                : organisations.search(own, typed).stream();
        return found.filter(organisation -> organisation.parentId() != null).toList();
    }

    /** The organisations the caller serves. */
    public List<Organisation> within(Caller.Staff caller) {
        return voices.looking(caller).stream()
                .filter(organisation -> organisation.parentId() != null)
                .toList();
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
        return asked(relocation.of(caller).map(Standing::branch), wish);
    }

    /** As above, of a member whose branch speaks; nobody for who is elsewhere. */
    public List<Organisation> asked(Caller.Reviewer caller, long registrationId, Wish wish) {
        return asked(branch(Voices.speaking(caller, Transfer.Side.OUT_BRANCH), registrationId), wish);
    }

    public List<Organisation> asked(Caller.Staff caller, long registrationId, Wish wish) {
        return asked(branch(voices.speaking(caller, Transfer.Side.OUT_BRANCH), registrationId), wish);
    }

    private Optional<Organisation> branch(Starter starter, long registrationId) {
        return relocation.of(registrationId).map(Standing::branch).filter(starter::speaksFor);
    }

    private List<Organisation> asked(Optional<Organisation> from, Wish wish) {
        Optional<Organisation> target = Optional.ofNullable(wish.targetId()).flatMap(organisations::hold);
        if (target.isEmpty() && !wish.isOutside()) {
            return List.of();
        }
        return from.stream()
                .flatMap(branch -> route.of(branch, target.orElse(null)).stream())
                .map(Route.Stop::organisation)
                .filter(Objects::nonNull)
                .toList();
    }
}
