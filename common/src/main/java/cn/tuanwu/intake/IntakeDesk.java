package cn.tuanwu.intake;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.Codes;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Brings members in from a sheet: kept, checked, confirmed, brought in line by line. A line is a person with an account
 * nobody has a password to and a registration that waits for its branch like any other. Each line commits by itself: others
 * may fail, and whoever goes on after a crash does not repeat it. A sheet exists for the seat that handed it in.
 */
@Service
public class IntakeDesk {
    public static final int MOST_LINES = 5_000;
    private static final int FAULTS_SHOWN = 100;
    private static final int KEPT_DAYS = 7;
    private static final Refusal UNKNOWN = Refusal.of("INTAKE_UNKNOWN", "没有找到这次导入，请重新上传文件。");
    private static final Refusal NOT_CHECKED = Refusal.of("INTAKE_NOT_CHECKED", "文件还没有检查完，或已经导入过了。");
    private static final Refusal NO_GOOD = Refusal.of("INTAKE_NOTHING_GOOD", "没有可以导入的行，请按错误原因修改后重新上传。");

    private final IntakeRows rows;
    private final IntakeLines lines;
    private final OrgDesk organisations;
    private final Codes codes;
    private final AccountDesk accounts;
    private final RegistrationDesk registrations;
    private final AuditDesk audit;
    private final Ids ids;
    private final Tx tx;

    IntakeDesk(
            IntakeRows rows,
            IntakeLines lines,
            OrgDesk organisations,
            Codes codes,
            AccountDesk accounts,
            RegistrationDesk registrations,
            AuditDesk audit,
            Ids ids,
            Tx tx) {
        this.rows = rows;
        this.lines = lines;
        this.organisations = organisations;
        this.codes = codes;
        this.accounts = accounts;
        this.registrations = registrations;
        this.audit = audit;
        this.ids = ids;
        this.tx = tx;
    }

    /** Keeps the lines, sealed; at most {@link #MOST_LINES}. Joins the transaction. */
    public long keep(Caller.Admin caller, List<Intake.Line> sheet) {
        long id = ids.next();
        tx.run(() -> {
            rows.insert(id, caller.actor(), caller.organisation().id());
            lines.keep(id, sheet);
            audit.append(caller.actor(), "intake.uploaded", "intake", id, sheet.size() + " lines");
        });
        return id;
    }

    public Optional<Intake> find(Caller.Admin caller, long id) {
        return own(caller, id).map(row -> {
            Map<String, Integer> counts =
                    rows.counts(id).stream().collect(Collectors.toMap(count -> count.state, count -> count.counted));
            return new Intake(
                    id,
                    row.state,
                    counts.values().stream().mapToInt(Integer::intValue).sum(),
                    counts.getOrDefault("GOOD", 0),
                    counts.getOrDefault("BAD", 0),
                    counts.getOrDefault("DONE", 0),
                    counts.getOrDefault("FAILED", 0),
                    rows.faults(id, FAULTS_SHOWN).stream()
                            .map(line -> new Intake.Fault(line.lineNo, line.fault))
                            .toList());
        });
    }

    /** Every line is judged, nobody is registered. Doing it again says the same. Refused with INTAKE_UNKNOWN. */
    public Outcome<Intake> check(Caller.Admin caller, long id, IntConsumer progress) {
        if (own(caller, id).isEmpty()) {
            return Outcome.refused(UNKNOWN);
        }
        IntakeReading reading = new IntakeReading(caller, rows, organisations, codes);
        IntakeCheck check = new IntakeCheck(registrations, accounts);
        int[] judged = {0};
        lines.each(id, line -> {
            String faults = check.faults(line.number(), reading.read(line));
            rows.judged(id, line.number(), faults.isEmpty() ? "GOOD" : "BAD", faults.isEmpty() ? null : faults);
            progress.accept(++judged[0]);
        });
        rows.move(id, Intake.State.CHECKING, Intake.State.CHECKED);
        return Outcome.done(find(caller, id).orElseThrow());
    }

    /** Joins the transaction. Refused with INTAKE_UNKNOWN, INTAKE_NOT_CHECKED, INTAKE_NOTHING_GOOD. */
    public Outcome<Intake> confirm(Caller.Admin caller, long id) {
        return tx.write(() -> {
            Optional<Intake> intake = find(caller, id);
            if (intake.isEmpty()) {
                return Outcome.refused(UNKNOWN);
            }
            if (intake.get().state() == Intake.State.CHECKED && intake.get().good() == 0) {
                return Outcome.refused(NO_GOOD);
            }
            if (rows.move(id, Intake.State.CHECKED, Intake.State.CONFIRMED) == 0) {
                return Outcome.refused(NOT_CHECKED);
            }
            audit.append(
                    caller.actor(),
                    "intake.confirmed",
                    "intake",
                    id,
                    intake.get().good() + " lines");
            return Outcome.done(intake.get());
        });
    }

    /** Brings the good lines in, those that are in already left out. Refused with INTAKE_UNKNOWN, INTAKE_NOT_CHECKED. */
    public Outcome<Intake> bringIn(Caller.Admin caller, long id, IntConsumer progress) {
        Optional<IntakeRow> intake = own(caller, id);
        if (intake.isEmpty()) {
            return Outcome.refused(UNKNOWN);
        }
        if (intake.get().state != Intake.State.CONFIRMED && intake.get().state != Intake.State.DONE) {
            return Outcome.refused(NOT_CHECKED);
        }
        IntakeReading reading = new IntakeReading(caller, rows, organisations, codes);
        int[] seen = {0};
        lines.each(id, line -> {
            bringIn(caller, id, line, reading);
            progress.accept(++seen[0]);
        });
        rows.move(id, Intake.State.CONFIRMED, Intake.State.DONE);
        return Outcome.done(find(caller, id).orElseThrow());
    }

    /** Those that were not brought in, with why; in the order of the sheet. */
    public List<Intake.Line> faulty(Caller.Admin caller, long id) {
        List<Intake.Line> faulty = new ArrayList<>();
        own(caller, id)
                .ifPresent(mine -> lines.each(id, line -> {
                    if (line.fault() != null) {
                        faulty.add(line);
                    }
                }));
        return faulty;
    }

    /** Forgets sheets of a week ago. Every node may do it. */
    public void sweep() {
        rows.olderThan(KEPT_DAYS)
                .forEach(id -> tx.run(() -> {
                    rows.forgetLines(id);
                    rows.forget(id);
                }));
    }

    private void bringIn(Caller.Admin caller, long id, Intake.Line line, IntakeReading reading) {
        if (line.fault() != null) {
            return;
        }
        Outcome<Long> outcome = tx.write(() -> register(caller, id, line, reading.read(line)));
        if (outcome instanceof Outcome.Refused<Long> refused) {
            List<String> why = refused.refusals().stream().map(Refusal::text).toList();
            rows.judged(id, line.number(), "FAILED", IntakeCheck.text(why));
        }
    }

    private Outcome<Long> register(Caller.Admin caller, long id, Intake.Line line, IntakeReading.Person person) {
        if (rows.take(id, line.number()) == 0) {
            return Outcome.done(0L);
        }
        if (!person.faults().isEmpty()) {
            return Outcome.refused(Refusal.of("INTAKE_LINE_INVALID", IntakeCheck.text(person.faults())));
        }
        Outcome<Long> account = accounts.openFor(caller, person.phone(), person.university());
        if (account instanceof Outcome.Refused<Long> refused) {
            return Outcome.refused(refused.refusals());
        }
        long accountId = ((Outcome.Done<Long>) account).value();
        Outcome<Registration> submitted = registrations.submit(new Caller.OwnAccount(accountId), person.profile());
        if (submitted instanceof Outcome.Done<Registration> done) {
            rows.became(id, line.number(), done.value().id());
            audit.append(
                    caller.actor(),
                    "registration.imported",
                    "registration",
                    done.value().id(),
                    null);
        }
        return submitted.map(Registration::id);
    }

    private Optional<IntakeRow> own(Caller.Admin caller, long id) {
        return Optional.ofNullable(rows.find(id))
                .filter(row -> row.actor.equals(caller.actor())
                        && row.organisationId == caller.organisation().id());
    }
}
