package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Service;

/** An organisation account's second proof: a code of its authenticator, or one of eight recovery codes, each good once. */
@Service
public class SecondFactor {
    private static final Refusal WRONG = Refusal.at("code", "SECOND_CODE_WRONG", "验证码不正确或已经用过，请等验证器显示下一个再试。");
    private static final String KIND = "second-factor";
    private static final int SECRET_BYTES = 20;

    private final OrgAccountRows accounts;
    private final RecoveryCodes recovery;
    private final SignInStepRows stepRows;
    private final SignInSteps steps;
    private final OneTimeCodes codes;
    private final SlowDown slowDown;
    private final Seal seal;
    private final AuditDesk audit;
    private final Ids ids;
    private final Tx tx;

    SecondFactor(
            OrgAccountRows accounts,
            RecoveryCodes recovery,
            SignInStepRows stepRows,
            SignInSteps steps,
            OneTimeCodes codes,
            SlowDown slowDown,
            Seal seal,
            AuditDesk audit,
            Ids ids,
            Tx tx) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.stepRows = stepRows;
        this.steps = steps;
        this.codes = codes;
        this.slowDown = slowDown;
        this.seal = seal;
        this.audit = audit;
        this.ids = ids;
        this.tx = tx;
    }

    /** Uses code and ticket up. Refused with STEP_EXPIRED, SECOND_CODE_WRONG, LOGIN_SLOWED. */
    public Outcome<Long> pass(String ticket, String typed) {
        return slowly(ticket, SignInSteps.Stage.CODE, (row, step) -> {
            boolean right = useCode(row, tidy(typed)) || recovery.use(row.id, tidy(typed));
            return right ? Outcome.done(row.id) : Outcome.refused(WRONG);
        });
    }

    /** A fresh secret to be shown once; asking again gives another. Refused with STEP_EXPIRED. */
    public Outcome<Enrolment> begin(String ticket) {
        SignInStepRow step = steps.row(ticket, SignInSteps.Stage.ENROL);
        OrgAccountRow row = account(step);
        if (row == null) {
            return Outcome.refused(SignInSteps.OVER);
        }
        String secret = Base32.toBase32String(Base64.getUrlDecoder().decode(ids.token(SECRET_BYTES)));
        tx.run(() -> stepRows.keepSecret(step.ticket, seal.seal(place(row.id), secret)));
        return Outcome.done(new Enrolment(row.login, secret));
    }

    /**
     * The first code proves that the authenticator knows the secret; from now on it is asked for. Uses the ticket up.
     * Refused with STEP_EXPIRED, SECOND_CODE_WRONG, LOGIN_SLOWED.
     */
    public Outcome<Enrolled> confirm(String ticket, String typed) {
        return slowly(ticket, SignInSteps.Stage.ENROL, (row, step) -> {
            if (step.secretSealed == null) {
                return Outcome.refused(WRONG);
            }
            String secret = seal.open(place(row.id), step.secretSealed);
            OptionalLong used = codes.step(secret, tidy(typed), 0);
            if (used.isEmpty()) {
                return Outcome.refused(WRONG);
            }
            if (accounts.enrol(row.id, seal.seal(place(row.id), secret), used.getAsLong()) == 0) {
                return Outcome.refused(SignInSteps.OVER);
            }
            audit.append("org-account:" + row.id, "org-account.factor-enrolled", "org-account", row.id, null);
            return Outcome.done(new Enrolled(row.id, recovery.fresh(row.id)));
        });
    }

    private <T> Outcome<T> slowly(String ticket, SignInSteps.Stage stage, Trial<T> trial) {
        SignInStepRow step = steps.row(ticket, stage);
        OrgAccountRow row = account(step);
        if (row == null || row.lockedAt != null) {
            return Outcome.refused(SignInSteps.OVER);
        }
        Optional<Refusal> slowed = slowDown.refusal(KIND, Long.toString(row.id));
        if (slowed.isPresent()) {
            return Outcome.refused(slowed.get());
        }
        Outcome<T> result = tx.write(() -> {
            if (!steps.use(ticket)) {
                return Outcome.refused(SignInSteps.OVER);
            }
            slowDown.cleared(KIND, Long.toString(row.id));
            return trial.run(row, step);
        });
        if (result instanceof Outcome.Refused<T> refused && refused.first() == WRONG) {
            slowDown.failed(KIND, Long.toString(row.id));
        }
        return result;
    }

    private OrgAccountRow account(SignInStepRow step) {
        return step == null || !step.who.startsWith("org-account:")
                ? null
                : accounts.byId(Long.parseLong(step.who.substring("org-account:".length())));
    }

    private boolean useCode(OrgAccountRow row, String typed) {
        OptionalLong step = row.factorSealed == null
                ? OptionalLong.empty()
                : codes.step(seal.open(place(row.id), row.factorSealed), typed, row.factorStep);
        return step.isPresent() && accounts.useStep(row.id, step.getAsLong()) == 1;
    }

    private static String tidy(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static Place place(long account) {
        return new Place("org_account", "factor", account);
    }

    private interface Trial<T> {
        Outcome<T> run(OrgAccountRow row, SignInStepRow step);
    }

    /** What an authenticator is given. */
    public record Enrolment(String login, String secret) {
        @Override
        public String toString() {
            return "Enrolment[…]";
        }
    }

    /** @param recoveryCodes shown once */
    public record Enrolled(long accountId, List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Enrolled[…]";
        }
    }
}
