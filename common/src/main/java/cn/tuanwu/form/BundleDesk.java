package cn.tuanwu.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The formal forms of a subtree, or of some members in it, one after the other, each with the name its file has in a bundle.
 * What is in them is {@link FormDesk#content}'s to give, with a line in the audit each.
 */
@Service
public class BundleDesk {
    private static final int AT_A_TIME = 200;
    private static final Refusal MEMBER_UNKNOWN = Refusal.of("MEMBER_UNKNOWN", "所选的团员中有人已不在您的组织内，请刷新后重新选择。");

    private final BundleRows rows;
    private final OrgDesk organisations;
    private final Seal seal;

    BundleDesk(BundleRows rows, OrgDesk organisations, Seal seal) {
        this.rows = rows;
        this.organisations = organisations;
        this.seal = seal;
    }

    /** How many forms a wish means. Refused with ORGANISATION_UNKNOWN, MEMBER_UNKNOWN. */
    public Outcome<Long> count(Caller.Reviewer caller, Wish wish) {
        Optional<Organisation> root = root(caller, wish);
        if (root.isEmpty()) {
            return Outcome.refused(MissingDesk.ORGANISATION_UNKNOWN);
        }
        boolean known = wish.members().isEmpty()
                || rows.within(root.get().id(), wish.members())
                        == wish.members().size();
        return known ? Outcome.done(rows.count(root.get().id(), wish.members())) : Outcome.refused(MEMBER_UNKNOWN);
    }

    /**
     * The next ones of it; empty at the end, and when what was wished for is the caller's no more.
     *
     * @param after the member of the last one before, 0 for the first
     */
    public List<Bundled> next(Caller.Reviewer caller, Wish wish, long after) {
        return root(caller, wish)
                .map(root -> rows.next(root.id(), wish.members(), after, AT_A_TIME).stream()
                        .map(this::bundled)
                        .toList())
                .orElseGet(List::of);
    }

    private Optional<Organisation> root(Caller.Reviewer caller, Wish wish) {
        return wish.organisation() == null
                ? Optional.of(caller.organisation())
                : organisations.find(wish.organisation()).filter(there -> there.isWithin(caller.organisation()));
    }

    private Bundled bundled(BundleRow row) {
        Phone phone = new Phone(seal.open(new Seal.Place("account", "phone", row.accountId), row.phoneSealed));
        return new Bundled(row.formId, row.registrationId, row.name + "+" + phone.number() + "+入团志愿书.pdf");
    }

    /**
     * @param organisation within the caller's, or null for all of it
     * @param members their registrations; empty for everybody there
     */
    public record Wish(Long organisation, List<Long> members) {}

    /** @param fileName 姓名+手机号码+入团志愿书.pdf, the number in clear */
    public record Bundled(long formId, long registrationId, String fileName) {
        @Override
        public String toString() {
            return "Bundled[" + formId + "]";
        }
    }
}
