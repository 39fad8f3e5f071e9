package cn.tuanwu.ceremony;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.photo.PhotoDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets people look at a record and its pictures, and writes down that they did. */
@Component
class CeremonyOpenings {
    /** So long all pictures of a record are one look. */
    private static final Duration ONE_OPENING = Duration.ofMinutes(10);

    private static final Refusal UNREADABLE_NOW = Refusal.of("CEREMONY_STORAGE_DOWN", "照片存储暂时不可用，请稍后再查看。");
    private static final Logger log = LoggerFactory.getLogger(CeremonyOpenings.class);

    private final CeremonyRows rows;
    private final CeremonyPhotoRows photos;
    private final CeremonyShelf shelf;
    private final FileStore store;
    private final PhotoDesk drawing;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    CeremonyOpenings(
            CeremonyRows rows,
            CeremonyPhotoRows photos,
            CeremonyShelf shelf,
            FileStore store,
            PhotoDesk drawing,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.photos = photos;
        this.shelf = shelf;
        this.store = store;
        this.drawing = drawing;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    Outcome<Ceremony.Details> open(CeremonyReach reach, CeremonyReach hands, long id) {
        return opened(reach, id, Instant.MAX)
                .map(ceremony -> new Ceremony.Details(
                        ceremony,
                        shelf.members(reach, id),
                        photos.of(id),
                        shelf.history(id),
                        hands.mayChange(rows.find(id).recordedBy, ceremony.organisation())));
    }

    Outcome<byte[]> photo(CeremonyReach reach, long id, long photo, boolean small) {
        Optional<Ceremony> found =
                shelf.find(reach, id).filter(there -> photos.of(id).contains(photo));
        if (found.isEmpty()) {
            return Outcome.refused(Ceremony.UNKNOWN);
        }
        opened(reach, id, clock.instant().minus(ONE_OPENING));
        try {
            return store.get(PictureDesk.key(photo))
                    .map(jpeg -> Outcome.done(small ? drawing.thumbnail(jpeg, 0) : jpeg))
                    .orElseGet(() -> lost(id));
        } catch (FileStore.Unavailable e) {
            return Outcome.refused(UNREADABLE_NOW);
        }
    }

    private static Outcome<byte[]> lost(long id) {
        log.error("A picture of ceremony {} is not in the store any more", id);
        return Outcome.refused(UNREADABLE_NOW);
    }

    /** One line, unless it was opened by the same caller after {@code stale}. */
    private Outcome<Ceremony> opened(CeremonyReach reach, long id, Instant stale) {
        Instant now = clock.instant();
        Instant before = stale.isBefore(now) ? stale : now;
        return tx.write(() -> shelf.find(reach, id)
                .map(ceremony -> {
                    rows.enter(id, reach.actor(), before);
                    if (rows.open(id, reach.actor(), now, before) == 1) {
                        audit.append(reach.actor(), "ceremony.viewed", "ceremony", id, null);
                    }
                    return Outcome.done(ceremony);
                })
                .orElseGet(() -> Outcome.refused(Ceremony.UNKNOWN)));
    }
}
