package cn.tuanwu.form;

import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Clears away what a failed or interrupted filing left: rows that never got their file, files that have no row. */
@Service
public class SweepDesk {
    /** Whoever is still storing after this time is refused by the last move. */
    static final Duration STRANDED = Duration.ofHours(1);

    static final Duration ORPHANED = Duration.ofDays(1);
    private static final int AT_ONCE = 500;
    private static final String FOLDER = "form/";
    private static final Pattern KEY = Pattern.compile("form/([0-9]{1,18})\\.pdf");
    private static final Logger log = LoggerFactory.getLogger(SweepDesk.class);

    private final FormRows rows;
    private final FileStore store;
    private final Deposit deposit;
    private final Clock clock;
    private final Tx tx;

    SweepDesk(FormRows rows, FileStore store, Deposit deposit, Clock clock, Tx tx) {
        this.rows = rows;
        this.store = store;
        this.deposit = deposit;
        this.clock = clock;
        this.tx = tx;
    }

    /** Any number of nodes may sweep at once. A store that is down is swept another time. */
    public void sweep() {
        Instant now = clock.instant();
        // The row first: from then on nobody takes the file for a form's.
        for (long id : rows.stranded(now.minus(STRANDED), AT_ONCE)) {
            if (tx.write(() -> rows.discard(id)) == 1) {
                log.info("Form {} was never stored whole: its row is gone, its member's form is what it was", id);
                deposit.drop(id);
            }
        }
        tx.run(() -> rows.sweepViewings(now.minus(ORPHANED)));
        try {
            dropOrphans(now.minus(ORPHANED));
        } catch (FileStore.Unavailable e) {
            log.warn("Files without a form were not swept, the next sweep tries again: {}", e.getMessage());
        }
    }

    private void dropOrphans(Instant before) {
        String after = "";
        List<FileStore.Kept> page = store.list(FOLDER, after, AT_ONCE);
        while (!page.isEmpty()) {
            Set<Long> known = known(page);
            for (FileStore.Kept kept : page) {
                if (kept.since().isBefore(before) && !known.contains(id(kept))) {
                    log.info("A file without a form is dropped");
                    store.drop(kept.key());
                }
            }
            after = page.get(page.size() - 1).key();
            page = store.list(FOLDER, after, AT_ONCE);
        }
    }

    private Set<Long> known(List<FileStore.Kept> page) {
        List<Long> ids = page.stream().map(SweepDesk::id).toList();
        return new HashSet<>(rows.known(ids));
    }

    /** No form is 0: what has no form's name is nobody's. */
    private static long id(FileStore.Kept kept) {
        Matcher key = KEY.matcher(kept.key());
        return key.matches() ? Long.parseLong(key.group(1)) : 0;
    }
}
