package cn.tuanwu.registration;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.number.NumberDesk;
import cn.tuanwu.realname.RealName;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Carries out what review decided, in review's transaction. A phone may approve only after the real-name check passed
 * (product §4; seed guide: 移动端不支持手动通过).
 */
@Service
public class Admission {
    public static final Refusal REALNAME_FAILED = Refusal.of("REALNAME_FAILED", "该团员实名认证校验失败，请前往 PC 网站处理，移动端不支持手动通过。");
    public static final Refusal REALNAME_CHECKING =
            Refusal.of("REALNAME_CHECKING", "该团员实名认证校验中，暂不能同意，请等待校验完成；急需处理请前往 PC 网站。");
    public static final Refusal REALNAME_FAILED_HERE =
            Refusal.of("REALNAME_FAILED", "该团员实名认证校验失败：请核对证件原件，有误请退回；核对无误请选“线下通过”，填写说明并上传照片。");
    public static final Refusal REALNAME_CHECKING_HERE =
            Refusal.of("REALNAME_CHECKING", "该团员实名认证校验中，暂不能通过，请等待校验完成；72 小时内均能核验完毕。");
    private static final Refusal OFFLINE_NOT_NEEDED = Refusal.of("OFFLINE_NOT_NEEDED", "该团员实名认证已通过，无需线下通过，请直接选“通过”。");

    private final RegistrationRows rows;
    private final RegistrationBook book;
    private final NumberDesk numbers;
    private final Edits edits;
    private final OfflineDesk offline;
    private final History history;
    private final Ids ids;
    private final Clock clock;

    Admission(
            RegistrationRows rows,
            RegistrationBook book,
            NumberDesk numbers,
            Edits edits,
            OfflineDesk offline,
            History history,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.numbers = numbers;
        this.edits = edits;
        this.offline = offline;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** Approves the submission and admits the member to the branch. */
    public Outcome<Registration> approveOnPhone(long registrationId, String decidedBy) {
        RegistrationRow row = rows.find(registrationId);
        RealName checked = book.realName(row);
        return checked.state().isPassed()
                ? admit(row, decidedBy, null)
                : Outcome.refused(unchecked(checked, clock.instant()));
    }

    /** The same at the console, where other sentences help. */
    public Outcome<Registration> approveAtConsole(long registrationId, String decidedBy) {
        RegistrationRow row = rows.find(registrationId);
        return switch (book.realName(row).state()) {
            case PASSED, OFFLINE -> admit(row, decidedBy, null);
            case CHECKING -> Outcome.refused(REALNAME_CHECKING_HERE);
            case FAILED -> Outcome.refused(REALNAME_FAILED_HERE);
        };
    }

    /**
     * 线下通过: people checked what no provider could, and that approves. Refused with REALNAME_CHECKING, OFFLINE_NOT_NEEDED,
     * PHOTO_UNKNOWN.
     */
    public Outcome<Registration> passOffline(long registrationId, OfflinePass.Wish wish) {
        RegistrationRow row = rows.find(registrationId);
        RealName.State state = book.realName(row).state();
        if (state != RealName.State.FAILED) {
            return Outcome.refused(state.isPassed() ? OFFLINE_NOT_NEEDED : REALNAME_CHECKING_HERE);
        }
        Optional<Refusal> refusal = offline.take(row, wish);
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : admit(row, wish.by(), RealName.State.OFFLINE.label());
    }

    private Outcome<Registration> admit(RegistrationRow row, String decidedBy, String note) {
        Instant now = clock.instant();
        if (rows.approve(row.id, row.version, decidedBy, now) == 0) {
            return Outcome.refused(Registration.MOVED_ON);
        }
        numbers.use(row.id);
        history.add(row.id, History.What.APPROVED, decidedBy, note);
        rows.admit(ids.next(), row.id, now);
        return Outcome.done(book.registration(rows.find(row.id)));
    }

    private static Refusal unchecked(RealName checked, Instant now) {
        if (checked.state() == RealName.State.FAILED) {
            return REALNAME_FAILED;
        }
        return checked.waitsUntil() == null
                ? REALNAME_CHECKING
                : Refusal.of(
                        REALNAME_CHECKING.code(),
                        "今天的实名核对次数已用完，系统将于 " + ChinaTime.brief(checked.waitsUntil(), now)
                                + " 后继续核对该团员，核对完成前暂不能同意；急需处理请前往 PC 网站。");
    }

    /** Returns the submission to the member with the reason. Possible whatever the real-name check says. */
    public Outcome<Registration> sendBack(long registrationId, String decidedBy, Registration.Reason reason) {
        RegistrationRow row = rows.find(registrationId);
        int moved =
                rows.sendBack(registrationId, row.version, decidedBy, clock.instant(), reason.code(), reason.text());
        if (moved == 0) {
            return Outcome.refused(Registration.MOVED_ON);
        }
        numbers.release(registrationId);
        history.add(registrationId, History.What.RETURNED, decidedBy, reason.text());
        return Outcome.done(book.registration(rows.find(registrationId)));
    }

    /** What the member wished takes effect. Refused with REGISTRATION_MOVED_ON, MEMBER_NUMBER_TAKEN, DOCUMENT_TAKEN. */
    public Outcome<Registration> approveEdit(long editId, String decidedBy) {
        return edits.approve(editId, decidedBy);
    }

    /** Everything stays as it was; the member reads why. Refused with REGISTRATION_MOVED_ON. */
    public Outcome<Registration> sendBackEdit(long editId, String decidedBy, Registration.Reason reason) {
        return edits.sendBack(editId, decidedBy, reason);
    }
}
