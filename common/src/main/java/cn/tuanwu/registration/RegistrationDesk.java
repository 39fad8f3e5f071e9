package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountClosing;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.number.MemberNumber;
import cn.tuanwu.number.NumberDesk;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Where a member fills in, submits and takes back the registration (product §3). Each account has one. */
@Service
public class RegistrationDesk {
    static final Refusal PENDING = Refusal.of("REGISTRATION_PENDING", "报到资料正在等待支部审核，暂不能修改；如需修改请先撤回报到。");
    private static final Refusal APPROVED = Refusal.of("REGISTRATION_APPROVED", "您已完成报到，无需重复提交。");
    private static final Refusal LEFT = Refusal.of("LEAGUE_LEFT", "您已离团，不能重新报到；如属误办，请联系原团支部申请恢复团籍；原团支部已撤销的，请联系其上级团组织。");
    private static final Refusal NOT_PENDING = Refusal.of("NOT_PENDING", "当前没有待审核的报到申请，无需撤回。");

    private final RegistrationRows rows;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Judging judging;
    private final RegistrationBook book;
    private final OrgDesk organisations;
    private final NumberDesk numbers;
    private final AccountClosing accounts;
    private final History history;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    RegistrationDesk(
            RegistrationRows rows,
            Drafts drafts,
            Submissions submissions,
            Judging judging,
            RegistrationBook book,
            OrgDesk organisations,
            NumberDesk numbers,
            AccountClosing accounts,
            History history,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.drafts = drafts;
        this.submissions = submissions;
        this.judging = judging;
        this.book = book;
        this.organisations = organisations;
        this.numbers = numbers;
        this.accounts = accounts;
        this.history = history;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    public Optional<Registration> mine(Caller.OwnAccount caller) {
        return Optional.ofNullable(rows.byAccount(caller.accountId())).map(book::registration);
    }

    /** The draft as typed, or what was submitted with the document number masked; empty when nothing was begun. */
    public Optional<Profile> profile(Caller.OwnAccount caller) {
        return Optional.ofNullable(rows.byAccount(caller.accountId())).map(drafts::profile);
    }

    /** Keeps the draft. Refused with REGISTRATION_PENDING, REGISTRATION_APPROVED or DRAFT_TOO_LARGE; nothing else is judged. */
    public Outcome<Registration> saveDraft(Caller.OwnAccount caller, Profile profile) {
        return tx.write(() -> {
            RegistrationRow row = open(caller);
            Optional<byte[]> sealed = drafts.seal(row.id, profile);
            if (sealed.isEmpty()) {
                return Outcome.refused(Refusal.of("DRAFT_TOO_LARGE", "填写的内容太长，请缩短后再保存。"));
            }
            if (rows.saveDraft(row.id, sealed.get()) == 0) {
                return Outcome.refused(notEditable(rows.find(row.id)));
            }
            return Outcome.done(book.registration(row));
        });
    }

    /** What would be refused of this profile now, and what is worth a second look. Keeps nothing and promises nothing. */
    public Check check(Caller.OwnAccount caller, Profile profile) {
        return judging.check(rows.byAccount(caller.accountId()), profile);
    }

    /**
     * Submits to the branch. Refused with the faults of every field at once, DOCUMENT_TAKEN or MEMBER_NUMBER_TAKEN beside
     * theirs, REGISTRATION_PENDING or REGISTRATION_APPROVED. Publishes {@link Registration.Submitted}.
     */
    public Outcome<Registration> submit(Caller.OwnAccount caller, Profile profile) {
        List<Refusal> faults = judging.faults(profile);
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        Organisation branch = organisations.branch(profile.branchId()).orElseThrow();
        try {
            return tx.write(() -> submit(caller, profile, branch));
        } catch (DuplicateKeyException e) {
            return Outcome.refused(judging.taken(profile));
        }
    }

    private Outcome<Registration> submit(Caller.OwnAccount caller, Profile profile, Organisation branch) {
        if (organisations
                .holdBranch(branch.id())
                .filter(open -> open.id() == branch.id())
                .isEmpty()) {
            return Outcome.refused(Judging.BRANCH_UNKNOWN);
        }
        RegistrationRow row = open(caller);
        if (row.held) {
            return Outcome.refused(Hold.HELD);
        }
        if (!row.state.isEditable()) {
            return Outcome.refused(notEditable(row));
        }
        submissions.fill(row, profile, clock.instant());
        if (rows.submit(row) == 0) {
            return Outcome.refused(notEditable(rows.find(row.id)));
        }
        if (row.memberNumber != null
                && numbers.reserve(new MemberNumber(row.memberNumber), row.id)
                        instanceof Outcome.Refused<MemberNumber> taken) {
            return Outcome.refused(taken.refusals());
        }
        audit.append(caller.actor(), "registration.submitted", "registration", row.id, null);
        history.add(row.id, History.What.SUBMITTED, null, branch.name());
        events.publishEvent(new Registration.Submitted(row.id, row.version + 1, branch));
        return Outcome.done(book.registration(rows.find(row.id)));
    }

    /** 撤回报到. Refused with NOT_PENDING. Publishes {@link Registration.Withdrawn}. */
    public Outcome<Registration> withdraw(Caller.OwnAccount caller) {
        return tx.write(() -> {
            RegistrationRow row = rows.byAccount(caller.accountId());
            if (row != null && row.held) {
                return Outcome.refused(Hold.HELD);
            }
            if (row == null || rows.withdraw(row.id, row.version) == 0) {
                return Outcome.refused(NOT_PENDING);
            }
            numbers.release(row.id);
            audit.append(caller.actor(), "registration.withdrawn", "registration", row.id, null);
            history.add(row.id, History.What.WITHDRAWN, null, null);
            events.publishEvent(new Registration.Withdrawn(row.id, row.version));
            return Outcome.done(book.registration(rows.find(row.id)));
        });
    }

    private RegistrationRow open(Caller.OwnAccount caller) {
        RegistrationRow row = rows.byAccount(caller.accountId());
        if (row != null) {
            return row;
        }
        if (!accounts.hold(caller.accountId())) {
            throw new IllegalStateException("the account was closed while its owner began a registration");
        }
        rows.open(ids.next(), caller.accountId());
        return rows.byAccount(caller.accountId());
    }

    private static Refusal notEditable(RegistrationRow row) {
        if (row == null) {
            return Registration.MOVED_ON;
        }
        if (row.state.isLeft()) {
            return LEFT;
        }
        return row.state.isMember() ? APPROVED : PENDING;
    }

    /** @param faults each beside its field */
    public record Check(List<Refusal> faults, List<Caution> cautions) {}
}
