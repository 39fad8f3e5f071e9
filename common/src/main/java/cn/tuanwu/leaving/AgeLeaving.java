package cn.tuanwu.leaving;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.Departure.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a branch says of a member who turned 28: leaves, or stays for a while and why. */
@Component
class AgeLeaving {
    private static final int LONGEST = 150;
    private static final Refusal UNTIL = Refusal.at("until", "LEAVING_UNTIL_INVALID", "暂缓到哪一天：请选择今天之后、一年以内的日期。");

    private final LeavingRows rows;
    private final DelayRows delays;
    private final LeavingBook book;
    private final LeavingPushes pushes;
    private final LeavingRules judging;
    private final CarryingOut carryingOut;
    private final Departure departure;
    private final AuditDesk audit;
    private final Seal seal;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    AgeLeaving(
            LeavingRows rows,
            DelayRows delays,
            LeavingBook book,
            LeavingPushes pushes,
            LeavingRules judging,
            CarryingOut carryingOut,
            Departure departure,
            AuditDesk audit,
            Seal seal,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.delays = delays;
        this.book = book;
        this.pushes = pushes;
        this.judging = judging;
        this.carryingOut = carryingOut;
        this.departure = departure;
        this.audit = audit;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    Outcome<Leaving> leave(Caller.Reviewer caller, long registrationId) {
        Voice voice = LeavingVoices.of(caller);
        return tx.write(() -> {
            Optional<Standing> member = theirs(voice, registrationId);
            Optional<Refusal> refusal = judging.ofAge(member);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            LeavingRow row = done(voice, member.get());
            rows.insert(row);
            delays.forget(registrationId);
            audit.append(voice.actor(), "leaving.done", "leaving", row.id, row.kind.name());
            pushes.tell(row.id);
            return carryingOut
                    .carryOut(member.get(), row.kind, null, voice.actor(), voice.name())
                    .map(done -> book.find(row.id).orElseThrow());
        });
    }

    Outcome<LocalDate> postpone(Caller.Reviewer caller, long registrationId, String typedUntil, String typedWords) {
        Voice voice = LeavingVoices.of(caller);
        String words = Wish.strip(typedWords);
        if (words == null) {
            return Outcome.refused(Refusal.at("words", "REQUIRED", "请写明暂缓的原因。"));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            return Outcome.refused(Refusal.at("words", "TOO_LONG", "请控制在 " + LONGEST + " 个字以内。"));
        }
        Optional<LocalDate> until = day(typedUntil);
        if (until.isEmpty()) {
            return Outcome.refused(UNTIL);
        }
        return tx.write(() -> {
            Optional<Standing> member = theirs(voice, registrationId);
            if (member.isEmpty() || !member.get().state().isMember()) {
                return Outcome.refused(
                        member.isPresent() && member.get().state().isLeft()
                                ? LeavingRules.GONE
                                : LeavingRules.MEMBER_UNKNOWN);
            }
            delays.put(registrationId, until.get(), seal.seal(AgeLists.words(registrationId), words), voice);
            audit.append(
                    voice.actor(),
                    "leaving.postponed",
                    "registration",
                    registrationId,
                    until.get().toString());
            return Outcome.done(until.get());
        });
    }

    private Optional<Standing> theirs(Voice voice, long registrationId) {
        return departure.lock(registrationId).filter(standing -> voice.speaksFor(standing.branch()));
    }

    private Optional<LocalDate> day(String typed) {
        if (typed == null || !typed.matches("2[0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")) {
            return Optional.empty();
        }
        LocalDate today = judging.today();
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(1)));
        } catch (java.time.format.DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private LeavingRow done(Voice voice, Standing standing) {
        Instant now = clock.instant();
        LeavingRow row = new LeavingRow();
        row.id = ids.next();
        row.registrationId = standing.registrationId();
        row.accountId = standing.accountId();
        row.branchId = standing.branch().id();
        row.kind = Leaving.Kind.AT_28;
        row.state = Leaving.State.DONE;
        row.startedSide = Leaving.Side.BRANCH;
        row.startedBy = voice.actor();
        row.startedName = voice.name();
        row.startedAt = now;
        row.agreedName = voice.name();
        row.agreedAt = now;
        row.endedAt = now;
        row.endedName = voice.name();
        return row;
    }
}
