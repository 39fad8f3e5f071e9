package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Who someone added by phone is in WeChat Work: looked up there, or typed by an admin. Their cards go out from then on. */
@Service
public class UseridDesk {
    private static final Pattern USERID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._@-]{0,63}");

    private final UseridRows rows;
    private final OperatorRows operators;
    private final RosterRows staff;
    private final OrgDesk organisations;
    private final PushDesk pushes;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    UseridDesk(
            UseridRows rows,
            OperatorRows operators,
            RosterRows staff,
            OrgDesk organisations,
            PushDesk pushes,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.operators = operators;
        this.staff = staff;
        this.organisations = organisations;
        this.pushes = pushes;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** Asks WeChat Work after the commit. Joins the transaction of the cause. */
    void seek(long staffId) {
        rows.seek(staffId);
        String key = PushKind.STAFF_USERID + ":" + staffId + ":" + ids.next();
        pushes.enqueue(new Push(PushKind.STAFF_USERID, staffId, "", key, Duration.ZERO));
    }

    /** For the push worker: whose phone to ask for; empty when the userid is known by now. */
    public Optional<Long> accountToSeek(long staffId) {
        return Optional.ofNullable(rows.accountToSeek(staffId));
    }

    /** For the push worker: WeChat Work knows nobody with that phone. */
    public void missed(long staffId) {
        tx.run(() -> rows.missed(staffId, clock.instant()));
    }

    /**
     * For the push worker. Who served under this userid before they had an account is the same person: that one keeps the
     * places of both.
     */
    public void found(long staffId, String userid) {
        tx.run(() -> {
            StaffRow holder = staff.byUserid(userid);
            if (holder == null) {
                bind(staffId, userid);
            } else if (holder.id != staffId) {
                join(staffId, holder.id);
            }
        });
    }

    /**
     * Typed by an admin all of whose places this person serves are below. Refused with ORGANISATION_UNKNOWN,
     * NOT_OPERATOR, USERID_INVALID, USERID_TAKEN, USERID_KNOWN, SERVES_ELSEWHERE.
     */
    public Outcome<Operator> typed(Caller.Admin caller, long organisationId, long staffId, String typed) {
        String userid = typed == null ? "" : typed.strip();
        if (!USERID.matcher(userid).matches()) {
            return Outcome.refused(Refusal.at("userid", "USERID_INVALID", "企业微信账号为 1 至 64 位字母、数字或 . _ @ -。"));
        }
        return tx.write(() -> {
            Optional<Refusal> refusal = whyNot(caller, organisationId, staffId, userid);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            bind(staffId, userid);
            audit.append(caller.actor(), "operator.userid-typed", "organisation", organisationId, "staff:" + staffId);
            OperatorRow row = operators.find(organisationId, staffId);
            return Outcome.done(
                    Operator.of(row, organisations.find(organisationId).orElseThrow()));
        });
    }

    private Optional<Refusal> whyNot(Caller.Admin caller, long organisationId, long staffId, String userid) {
        if (!isBelow(caller, organisationId)) {
            return Optional.of(Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。"));
        }
        OperatorRow row = operators.find(organisationId, staffId);
        if (row == null) {
            return Optional.of(Refusal.of("NOT_OPERATOR", "此人不在该组织任职。"));
        }
        if (row.wecomUserid != null) {
            return Optional.of(Refusal.of("USERID_KNOWN", "此人已绑定企业微信，不能再修改。"));
        }
        // Whoever names the userid says who decides: in other committees' places too.
        if (!operators.placesOf(staffId).stream().allMatch(place -> isBelow(caller, place.organisationId))) {
            return Optional.of(Refusal.of("SERVES_ELSEWHERE", "此人还在其他组织任职，请由共同的上级组织填写。"));
        }
        return staff.byUserid(userid) == null
                ? Optional.empty()
                : Optional.of(Refusal.at("userid", "USERID_TAKEN", "这个企业微信账号已属于另一位运营者。"));
    }

    private boolean isBelow(Caller.Admin caller, long organisationId) {
        return organisations
                .find(organisationId)
                .filter(found -> found.isWithin(caller.organisation()))
                .isPresent();
    }

    private void bind(long staffId, String userid) {
        if (rows.bind(staffId, userid) == 1) {
            deal(staffId);
        }
    }

    private void join(long fresh, long known) {
        Long account = rows.accountOf(fresh);
        if (account == null || rows.accountOf(known) != null) {
            missed(fresh);
            return;
        }
        operators.leaveAccount(fresh, account);
        rows.takeAccount(known, account);
        rows.bring(fresh, known);
        rows.leaveAll(fresh);
        deal(known);
    }

    /** Wherever they decide, the open cards are dealt again: now there is a telephone for theirs. */
    private void deal(long staffId) {
        Roster.Person person = staff.byId(staffId).person();
        List<OperatorRow> places = operators.placesOf(staffId);
        for (OperatorRow place : places) {
            if (Roster.decides(place.role)) {
                events.publishEvent(new Roster.OperatorAdded(
                        organisations.find(place.organisationId).orElseThrow(), person));
            }
        }
    }
}
