package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealNameDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps what stands behind 线下通过: the words and the pictures, sealed; who looked at a picture is in the audit. */
@Service
public class OfflineDesk {
    static final Refusal GONE =
            Refusal.at("photos", "PHOTO_UNKNOWN", "照片已失效，请重新上传；最多 " + OfflinePass.Proof.MOST_PHOTOS + " 张。");
    /** Brought and not sent in yet, by one actor. */
    private static final int MOST_LOOSE = 60;

    private static final Duration LOOSE_FOR = Duration.ofDays(1);
    private static final int AT_A_TIME = 100;

    private final OfflineRows rows;
    private final SealedPictures pictures;
    private final RealNameDesk realNames;
    private final RegistrationRows registrations;
    private final AuditDesk audit;
    private final Seal seal;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    OfflineDesk(
            OfflineRows rows,
            SealedPictures pictures,
            RealNameDesk realNames,
            RegistrationRows registrations,
            AuditDesk audit,
            Seal seal,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.pictures = pictures;
        this.realNames = realNames;
        this.registrations = registrations;
        this.audit = audit;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Keeps a picture for an offline pass that is not sent in yet; after a day without one it is gone. Answers its id. Refused
     * with PHOTO_INVALID, PHOTO_TOO_MANY.
     */
    public Outcome<Long> keep(Caller.Reviewer caller, byte[] file) {
        if (rows.loose(caller.actor()) >= MOST_LOOSE) {
            return Outcome.refused(EvidenceDesk.TOO_MANY);
        }
        long id = ids.next();
        if (!pictures.keep(id, file)) {
            return Outcome.refused(EvidenceDesk.INVALID);
        }
        tx.run(() -> rows.insertPhoto(id, caller.actor(), clock.instant()));
        return Outcome.done(id);
    }

    /** How a registration was passed offline; empty when it was not. Who may know is the caller's to know. */
    public Optional<OfflinePass> of(long registrationId) {
        return Optional.ofNullable(rows.of(registrationId))
                .map(row -> new OfflinePass(
                        seal.open(place(row.id), row.explanationSealed),
                        rows.photos(row.id),
                        row.passedName,
                        row.passedAt));
    }

    /** A JPEG, and a line in the audit; empty when there is no such picture. Whose it is the caller has asked before. */
    public Optional<byte[]> open(Caller.Reviewer caller, long registrationId, long photo) {
        return of(registrationId)
                .filter(pass -> pass.photos().contains(photo))
                .flatMap(pass -> pictures.open(photo))
                .map(picture -> {
                    tx.run(() -> audit.append(
                            caller.actor(), "offline-photo.viewed", "registration", registrationId, "photo:" + photo));
                    return picture;
                });
    }

    /** Puts an offline pass in the place of the check; joins the transaction of the decision. Refused with PHOTO_UNKNOWN. */
    Optional<Refusal> take(RegistrationRow registration, OfflinePass.Wish wish) {
        RealName passed = realNames.passOffline(registration.id);
        OfflinePassRow row = new OfflinePassRow();
        row.id = passed.id();
        row.registrationId = registration.id;
        row.explanationSealed = seal.seal(place(row.id), wish.proof().explanation());
        row.passedBy = wish.actor();
        row.passedName = wish.by();
        row.passedAt = clock.instant();
        rows.insert(row);
        boolean all = wish.proof().photos().stream().allMatch(photo -> rows.attach(photo, wish.actor(), row.id) == 1);
        registrations.passOffline(registration.id, passed.id());
        return all ? Optional.empty() : Optional.of(GONE);
    }

    /** Forgets what was brought and never sent in. Every node may do it. */
    public void sweep() {
        for (long photo : rows.looseBefore(clock.instant().minus(LOOSE_FOR), AT_A_TIME)) {
            pictures.drop(photo);
            tx.run(() -> rows.forget(photo));
        }
    }

    static Place place(long id) {
        return new Place("offline_pass", "explanation", id);
    }
}
