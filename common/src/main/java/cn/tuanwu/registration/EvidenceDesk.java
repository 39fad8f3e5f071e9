package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Service;

/** Keeps the pictures that support a correction, or an appeal. They are drawn anew and sealed before they rest anywhere. */
@Service
public class EvidenceDesk {
    /** Pictures with one of them. */
    public static final int MOST = 6;
    /** Chosen and not sent in yet, of one member. */
    private static final int MOST_LOOSE = 24;

    private static final Duration LOOSE_FOR = Duration.ofDays(1);
    private static final int AT_A_TIME = 100;
    static final Refusal INVALID = Refusal.at("photos", "PHOTO_INVALID", "照片打不开或太大：请使用 JPG 或 PNG 照片，每张不超过 5 MB。");
    static final Refusal TOO_MANY = Refusal.at("photos", "PHOTO_TOO_MANY", "添加的照片太多，请明天再试。");
    private static final Refusal GONE = Refusal.at("photos", "PHOTO_UNKNOWN", "照片已失效，请重新添加；最多 " + MOST + " 张。");

    private final PhotoRows rows;
    private final RegistrationRows registrations;
    private final SealedPictures pictures;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    EvidenceDesk(
            PhotoRows rows,
            RegistrationRows registrations,
            SealedPictures pictures,
            AuditDesk audit,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.registrations = registrations;
        this.pictures = pictures;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Keeps a picture for what is not sent in yet; after a day without that it is gone. Answers its id. Refused as
     * a correction would be, and with PHOTO_INVALID, PHOTO_TOO_MANY.
     */
    public Outcome<Long> keep(Caller.OwnAccount caller, byte[] file) {
        Optional<Refusal> busy = Business.refusal(registrations.byAccount(caller.accountId()));
        if (busy.isPresent()) {
            return Outcome.refused(busy.get());
        }
        if (rows.loose(caller.accountId()) >= MOST_LOOSE) {
            return Outcome.refused(TOO_MANY);
        }
        long id = ids.next();
        // A row without its picture would be worse than a picture without its row, which nobody can open.
        if (!pictures.keep(id, file)) {
            return Outcome.refused(INVALID);
        }
        tx.run(() -> rows.insert(id, caller.accountId(), clock.instant()));
        return Outcome.done(id);
    }

    /** Joins the transaction of the correction. Refused with PHOTO_UNKNOWN. */
    Optional<Refusal> attach(Caller.OwnAccount caller, List<Long> photos, long editId) {
        return each(photos, photo -> rows.attach(photo, caller.accountId(), editId));
    }

    /** Joins the transaction of the appeal against that transfer's return. Refused with PHOTO_UNKNOWN. */
    public Optional<Refusal> attachToAppeal(Caller.OwnAccount caller, List<Long> photos, long transferId) {
        return each(photos, photo -> rows.attachToAppeal(photo, caller.accountId(), transferId));
    }

    private static Optional<Refusal> each(List<Long> photos, ToIntFunction<Long> attach) {
        Set<Long> each = new TreeSet<>(photos);
        boolean all = each.size() <= MOST && each.stream().allMatch(photo -> attach.applyAsInt(photo) == 1);
        return all ? Optional.empty() : Optional.of(GONE);
    }

    /** What supports a change, in the order it was added. */
    public List<Long> of(long editId) {
        return rows.of(editId);
    }

    /** What supports an appeal, in the order it was added. */
    public List<Long> ofAppeal(long transferId) {
        return rows.ofAppeal(transferId);
    }

    /** A JPEG, and a line in the audit; empty when this appeal has no such picture. Who may see it is the caller's to know. */
    public Optional<byte[]> openOfAppeal(Caller.Reviewer caller, long transferId, long photo) {
        return openOfAppeal(caller.actor(), transferId, photo);
    }

    /** As {@link #openOfAppeal(Caller.Reviewer, long, long)}, on the phone. */
    public Optional<byte[]> openOfAppeal(Caller.Staff caller, long transferId, long photo) {
        return openOfAppeal(caller.actor(), transferId, photo);
    }

    private Optional<byte[]> openOfAppeal(String actor, long transferId, long photo) {
        return rows.ofAppeal(transferId).contains(photo)
                ? viewed(actor, "transfer", transferId, photo)
                : Optional.empty();
    }

    /** A JPEG, and a line in the audit; empty when this change has no such picture. Who may see it is the caller's to know. */
    public Optional<byte[]> open(Caller.Reviewer caller, long editId, long photo) {
        return open(caller.actor(), editId, photo);
    }

    /** As above, on the phone. */
    public Optional<byte[]> open(Caller.Staff caller, long editId, long photo) {
        return open(caller.actor(), editId, photo);
    }

    private Optional<byte[]> open(String actor, long editId, long photo) {
        return rows.of(editId).contains(photo) ? viewed(actor, "registration-edit", editId, photo) : Optional.empty();
    }

    private Optional<byte[]> viewed(String actor, String kind, long id, long photo) {
        Optional<byte[]> picture = pictures.open(photo);
        if (picture.isPresent()) {
            tx.run(() -> audit.append(actor, "evidence-photo.viewed", kind, id, "photo:" + photo));
        }
        return picture;
    }

    /** Forgets what was chosen and never sent in. Every node may do it. */
    public void sweep() {
        List<Long> old = rows.looseBefore(clock.instant().minus(LOOSE_FOR), AT_A_TIME);
        for (long photo : old) {
            pictures.drop(photo);
            tx.run(() -> rows.forget(photo));
        }
    }
}
