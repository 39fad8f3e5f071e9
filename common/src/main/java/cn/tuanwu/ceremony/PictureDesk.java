package cn.tuanwu.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.photo.PhotoDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes in pictures for a record that is not sent in yet. They are drawn anew before they rest anywhere. */
@Service
public class PictureDesk {
    /** Added and not recorded yet, of one actor. */
    private static final int MOST_LOOSE = 90;

    static final Duration LOOSE_FOR = Duration.ofDays(1);
    private static final int AT_A_TIME = 500;
    private static final String FOLDER = "ceremony/";
    private static final Pattern KEY = Pattern.compile("ceremony/([0-9]{1,18})\\.jpg");
    private static final Refusal INVALID =
            Refusal.at("photos", "PHOTO_INVALID", "照片打不开或太大：请使用 JPG 或 PNG 照片，每张不超过 20 MB。");
    private static final Refusal TOO_MANY = Refusal.at("photos", "PHOTO_TOO_MANY", "添加的照片太多，请明天再试。");
    private static final Refusal STORAGE_DOWN =
            Refusal.at("photos", "CEREMONY_STORAGE_DOWN", "照片存储暂时不可用，这张照片没有保存，请稍后重试。");
    private static final Logger log = LoggerFactory.getLogger(PictureDesk.class);

    private final CeremonyPhotoRows rows;
    private final CeremonyRows ceremonies;
    private final CeremonyReaches reaches;
    private final PhotoDesk photos;
    private final FileStore store;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    PictureDesk(
            CeremonyPhotoRows rows,
            CeremonyRows ceremonies,
            CeremonyReaches reaches,
            PhotoDesk photos,
            FileStore store,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.ceremonies = ceremonies;
        this.reaches = reaches;
        this.photos = photos;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** Why no picture is taken in from this caller now, asked before any work is done for one: as {@link #add} is refused. */
    public Optional<Refusal> refusal(Caller.Reviewer caller) {
        return refusal(reaches.recording(caller));
    }

    /** As above, from a phone. */
    public Optional<Refusal> refusal(Caller.Staff caller) {
        return refusal(reaches.recording(caller));
    }

    private Optional<Refusal> refusal(CeremonyReach reach) {
        if (reach.roots().isEmpty()) {
            return Optional.of(CeremonyRecording.ORGANISATION_UNKNOWN);
        }
        return rows.loose(reach.actor()) >= MOST_LOOSE ? Optional.of(TOO_MANY) : Optional.empty();
    }

    /**
     * Draws a picture anew and keeps it, for {@link #add} to take in; what nobody takes in is swept. Not in a transaction.
     * Refused with PHOTO_INVALID, CEREMONY_STORAGE_DOWN.
     */
    public Outcome<Long> look(byte[] file) {
        Optional<byte[]> drawn = photos.redrawn(file);
        if (drawn.isEmpty()) {
            return Outcome.refused(INVALID);
        }
        long id = ids.next();
        try {
            store.put(key(id), drawn.get(), "image/jpeg");
            return Outcome.done(id);
        } catch (FileStore.Unavailable e) {
            log.warn("A picture of a ceremony was not kept, its sender was asked to try again: {}", e.getMessage());
            return Outcome.refused(STORAGE_DOWN);
        }
    }

    /**
     * Takes in what {@link #look} kept; after a day without a record it is gone. Refused with PHOTO_TOO_MANY, and with
     * ORGANISATION_UNKNOWN for who records nowhere.
     */
    public Outcome<Long> add(Caller.Reviewer caller, long looked) {
        return add(reaches.recording(caller), looked);
    }

    /** As above, from a phone. */
    public Outcome<Long> add(Caller.Staff caller, long looked) {
        return add(reaches.recording(caller), looked);
    }

    private Outcome<Long> add(CeremonyReach reach, long looked) {
        return tx.write(() -> {
            Optional<Refusal> refusal = refusal(reach);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            rows.insert(looked, reach.actor(), clock.instant());
            return Outcome.done(looked);
        });
    }

    /** Drops what {@link #look} kept and nobody took in. Not in a transaction. */
    public void drop(long looked) {
        try {
            store.drop(key(looked));
        } catch (FileStore.Unavailable e) {
            log.warn("A picture nobody took in was not dropped, a sweep does it tomorrow: {}", e.getMessage());
        }
    }

    /** Forgets what was never recorded or was taken out. Any number of nodes may do it. */
    public void sweep() {
        Instant old = clock.instant().minus(LOOSE_FOR);
        tx.run(() -> ceremonies.sweepViewings(old));
        try {
            for (long photo : rows.looseBefore(old, AT_A_TIME)) {
                // The row first: then nobody takes the picture for one of a record's.
                if (tx.write(() -> rows.forget(photo)) == 1) {
                    store.drop(key(photo));
                }
            }
            dropOrphans(old);
        } catch (FileStore.Unavailable e) {
            log.warn("Pictures without a ceremony were not swept, the next sweep tries again: {}", e.getMessage());
        }
    }

    private void dropOrphans(Instant before) {
        String after = "";
        List<FileStore.Kept> page = store.list(FOLDER, after, AT_A_TIME);
        while (!page.isEmpty()) {
            Set<Long> known =
                    new HashSet<>(rows.known(page.stream().map(PictureDesk::id).toList()));
            page.stream()
                    .filter(kept -> kept.since().isBefore(before) && !known.contains(id(kept)))
                    .forEach(kept -> store.drop(kept.key()));
            after = page.get(page.size() - 1).key();
            page = store.list(FOLDER, after, AT_A_TIME);
        }
    }

    static String key(long id) {
        return FOLDER + id + ".jpg";
    }

    /** No picture is 0: what has no picture's name is nobody's. */
    private static long id(FileStore.Kept kept) {
        Matcher key = KEY.matcher(kept.key());
        return key.matches() ? Long.parseLong(key.group(1)) : 0;
    }
}
