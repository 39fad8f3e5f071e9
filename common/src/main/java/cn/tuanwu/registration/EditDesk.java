package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Changes after the approval (product §3): reviewed fields wait for the branch, locked ones for its superior, the rest takes
 * effect at once. One change waits at a time.
 */
@Service
public class EditDesk {
    private static final int LONGEST_EVIDENCE = 500;

    private final RegistrationRows rows;
    private final EditRows edits;
    private final EditOpening opening;
    private final EditRules rules;
    private final Drafts drafts;
    private final Differences differences;
    private final Members members;
    private final RegistrationBook book;
    private final EvidenceDesk pictures;
    private final History history;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Tx tx;

    EditDesk(
            RegistrationRows rows,
            EditRows edits,
            EditOpening opening,
            EditRules rules,
            Drafts drafts,
            Differences differences,
            Members members,
            RegistrationBook book,
            EvidenceDesk pictures,
            History history,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.edits = edits;
        this.opening = opening;
        this.rules = rules;
        this.drafts = drafts;
        this.differences = differences;
        this.members = members;
        this.book = book;
        this.pictures = pictures;
        this.history = history;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Changes fields that are not locked. Refused with NOT_APPROVED, REGISTRATION_PENDING, EDIT_PENDING, NOTHING_CHANGED,
     * FIELD_LOCKED or the faults of a submission beside their fields. Publishes {@link Registration.EditSubmitted} when the
     * branch has to agree.
     */
    public Outcome<Registration> change(Caller.OwnAccount caller, Profile wish) {
        return tx.write(() -> {
            RegistrationRow row = rows.byAccount(caller.accountId());
            Optional<Refusal> busy = Business.refusal(row);
            if (busy.isPresent()) {
                return Outcome.refused(busy.get());
            }
            Profile present = drafts.whole(row);
            Profile wished = differences.merged(present, wish);
            Set<ProfileField> changed = differences.between(present, wished);
            List<Refusal> faults = rules.changeFaults(row, wished, changed);
            return faults.isEmpty() ? change(caller, row, present, wished, changed) : Outcome.refused(faults);
        });
    }

    private Outcome<Registration> change(
            Caller.OwnAccount caller, RegistrationRow row, Profile present, Profile wished, Set<ProfileField> changed) {
        Set<ProfileField> reviewed = EditRules.those(changed, ProfileField.Access.REVIEWED);
        Set<ProfileField> free = EditRules.others(changed, reviewed);
        if (!free.isEmpty()) {
            Outcome<RegistrationRow> amended = members.amend(row, differences.with(present, wished, free));
            if (amended instanceof Outcome.Refused<RegistrationRow> refused) {
                return Outcome.refused(refused.refusals());
            }
            audit.append(caller.actor(), "profile.changed", "registration", row.id, EditRules.keys(free));
            history.add(row.id, History.What.CHANGED, null, EditRules.labels(free));
        }
        return reviewed.isEmpty()
                ? Outcome.done(book.registration(rows.find(row.id)))
                : opening.open(caller, row, Edit.Kind.EDIT, present, wished, reviewed, null);
    }

    /**
     * Asks the superior to correct locked fields. Refused as {@link #change}, and with FIELD_FREE beside a field that needs
     * no correction, EVIDENCE_REQUIRED, PHOTO_UNKNOWN. Publishes {@link Registration.EditSubmitted}.
     *
     * @param photos of {@link EvidenceDesk#keep}
     */
    public Outcome<Registration> correct(Caller.OwnAccount caller, Profile wish, String evidence, List<Long> photos) {
        return tx.write(() -> {
            RegistrationRow row = rows.byAccount(caller.accountId());
            Optional<Refusal> busy = Business.refusal(row);
            if (busy.isPresent()) {
                return Outcome.refused(busy.get());
            }
            if (ProfileRules.blank(evidence) || evidence.codePointCount(0, evidence.length()) > LONGEST_EVIDENCE) {
                return Outcome.refused(
                        Refusal.at("evidence", "EVIDENCE_REQUIRED", "请说明更正的原因和依据，最多 " + LONGEST_EVIDENCE + " 字。"));
            }
            Profile present = drafts.whole(row);
            Profile wished = differences.merged(present, wish);
            Set<ProfileField> changed = differences.between(present, wished);
            List<Refusal> faults = rules.correctionFaults(row, wished, changed);
            return faults.isEmpty()
                    ? supported(
                            caller,
                            photos,
                            opening.open(caller, row, Edit.Kind.CORRECTION, present, wished, changed, evidence.strip()))
                    : Outcome.refused(faults);
        });
    }

    private Outcome<Registration> supported(Caller.OwnAccount caller, List<Long> photos, Outcome<Registration> opened) {
        if (opened instanceof Outcome.Done<Registration> done) {
            Optional<Refusal> gone =
                    pictures.attach(caller, photos, done.value().edit().id());
            if (gone.isPresent()) {
                return Outcome.refused(gone.get());
            }
        }
        return opened;
    }

    /**
     * Takes a waiting change back, or gives a returned one up. Refused with NOT_PENDING. Publishes
     * {@link Registration.Withdrawn}.
     */
    public Outcome<Registration> withdraw(Caller.OwnAccount caller) {
        return tx.write(() -> {
            RegistrationRow row = rows.byAccount(caller.accountId());
            if (row == null || !row.state.isEdit()) {
                return Outcome.refused(Refusal.of("NOT_PENDING", "当前没有待审核的资料修改。"));
            }
            EditRow edit = edits.latest(row.id);
            int ended = row.state == Registration.State.EDIT_PENDING
                    ? edits.end(edit.id, Edit.State.WITHDRAWN, null, clock.instant(), null)
                    : edits.drop(edit.id);
            if (ended == 0 || rows.move(row.id, row.version, row.state, Registration.State.APPROVED) == 0) {
                return Outcome.refused(Registration.MOVED_ON);
            }
            audit.append(caller.actor(), "profile.edit-withdrawn", "registration", row.id, null);
            history.add(row.id, History.What.EDIT_WITHDRAWN, null, null);
            events.publishEvent(new Registration.Withdrawn(row.id, row.version));
            return Outcome.done(book.registration(rows.find(row.id)));
        });
    }
}
