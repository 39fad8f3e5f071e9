package cn.tuanwu.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Service;

/**
 * 我的团员 (product §7): whoever registered in the caller's subtree, masked. Any page costs what the first one costs, whatever
 * the size of the subtree. Somebody outside the subtree does not exist.
 */
@Service
public class MemberDesk {
    /** Numbers one seat may look at in clear on one day. */
    public static final int REVEALS_A_DAY = 50;
    /** More than this is not counted under a filter. */
    public static final int COUNTED_UP_TO = 1_000;

    private static final Refusal UNKNOWN = Refusal.of("MEMBER_UNKNOWN", "没有找到这名团员。");
    private static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");
    private static final Refusal SLOW = Refusal.of("SEARCH_TOO_WIDE", "符合条件的记录太分散，没能及时找到，请缩小组织范围或增加条件。");
    private static final Refusal USED_UP = Refusal.of("REVEAL_LIMIT", "今天查看完整号码的次数已用完（" + REVEALS_A_DAY + " 次），请明天再试。");

    private final MemberRows rows;
    private final Searching searching;
    private final Faces faces;
    private final Turnstile turnstile;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    MemberDesk(
            MemberRows rows,
            Searching searching,
            Faces faces,
            Turnstile turnstile,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.searching = searching;
        this.faces = faces;
        this.turnstile = turnstile;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    /** Refused with ORGANISATION_UNKNOWN, SEARCH_TOO_WIDE, LIST_BUSY. */
    public Outcome<Member.Page> list(Caller.Viewer caller, MemberFilter filter, Wanted wanted) {
        return timely(caller, filter, found -> page(found, wanted));
    }

    /** How many a list holds: exact of a subtree and a state, else up to {@link #COUNTED_UP_TO}. Refused as {@link #list}. */
    public Outcome<Member.Total> total(Caller.Viewer caller, MemberFilter filter) {
        if (!filter.isCounted()) {
            return timely(caller, filter, this::countedUpTo);
        }
        return timely(
                caller, filter, found -> new Member.Total(rows.counted(found.organisation(), found.state()), false));
    }

    public Optional<Member.Details> find(Caller.Viewer caller, long id) {
        return Optional.ofNullable(rows.find(caller.organisation().id(), id)).map(this::details);
    }

    /**
     * One number in clear. Who looked, at whose, and why is kept before it is told. Refused with MEMBER_UNKNOWN,
     * REVEAL_LIMIT.
     */
    public Outcome<String> reveal(Caller.Reviewer caller, long id, Secret secret, Reason reason) {
        Outcome<MemberRow> kept = tx.write(() -> {
            MemberRow row = rows.find(caller.organisation().id(), id);
            if (row == null) {
                return Outcome.refused(UNKNOWN);
            }
            LocalDate today = ChinaTime.date(clock.instant());
            rows.openDay(caller.actor(), today);
            if (rows.useOne(caller.actor(), today, REVEALS_A_DAY) == 0) {
                return Outcome.refused(USED_UP);
            }
            audit.append(caller.actor(), "member.revealed", "registration", id, secret + " " + reason);
            return Outcome.done(row);
        });
        return kept.map(row -> secret == Secret.PHONE ? faces.phone(row).number() : faces.document(row));
    }

    private Member.Page page(Found found, Wanted wanted) {
        int most = wanted.size() + 1;
        List<MemberRow> read = new ArrayList<>(
                wanted.isUpwards() ? rows.up(found, wanted.before(), most) : rows.down(found, wanted.after(), most));
        boolean more = read.size() > wanted.size();
        if (more) {
            read.remove(wanted.isUpwards() ? 0 : read.size() - 1);
        }
        List<Member> items = read.stream().map(faces::masked).toList();
        return wanted.isUpwards()
                ? new Member.Page(items, more, wanted.before() != null)
                : new Member.Page(items, wanted.after() != null, more);
    }

    private Member.Total countedUpTo(Found found) {
        try {
            long counted = rows.countUpTo(found, COUNTED_UP_TO + 1);
            return new Member.Total(Math.min(counted, COUNTED_UP_TO), counted > COUNTED_UP_TO);
        } catch (QueryTimeoutException | TransientDataAccessResourceException e) {
            return new Member.Total(0, null);
        }
    }

    private Member.Details details(MemberRow row) {
        return new Member.Details(
                faces.masked(row),
                faces.word("documentKind", row.documentKind),
                row.birthDate == null ? null : row.birthDate.toString(),
                row.unit,
                row.decidedAt,
                row.decidedBy,
                row.returnReason,
                rows.steps(row.id));
    }

    private <T> Outcome<T> timely(Caller.AtConsole caller, MemberFilter filter, Function<Found, T> reading) {
        Optional<Found> found = searching.read(caller, filter);
        if (found.isEmpty()) {
            return Outcome.refused(ORGANISATION_UNKNOWN);
        }
        try {
            return turnstile.pass(() -> reading.apply(found.get()));
        } catch (QueryTimeoutException | TransientDataAccessResourceException e) {
            return Outcome.refused(SLOW);
        }
    }

    /** What can be revealed. */
    public enum Secret {
        PHONE,
        DOCUMENT
    }

    /** Why somebody looks. */
    public enum Reason {
        CONTACT("联系团员本人"),
        VERIFY("核对身份信息"),
        BUSINESS("办理团员业务"),
        INSPECTION("配合上级检查");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
