package cn.tuanwu.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts pictures that were sent after a page was called bad into that page's place, the first sent into the first place. Done
 * when the chat has come to rest, so that the order in which callbacks arrive does not matter.
 */
@Component
class Retakes {
    private final PageRows pages;

    Retakes(PageRows pages) {
        this.pages = pages;
    }

    /** Joins the transaction of the caller, who has locked the batch. */
    void settle(long batch) {
        List<PageRow> all = pages.of(batch);
        List<PageRow> fresh = new ArrayList<>(all.stream()
                .filter(page -> page.inChat && page.place == null && page.isInItsOwnSlot() && page.toldAt == null)
                .sorted(Comparator.comparing((PageRow page) -> page.sentAt).thenComparing(page -> page.sentNo))
                .toList());
        for (PageRow bad : all.stream().filter(page -> page.toldAt != null).toList()) {
            Optional<PageRow> retake =
                    fresh.stream().filter(page -> page.wasSentAfterTelling(bad)).findFirst();
            retake.ifPresent(page -> {
                fresh.remove(page);
                replace(bad, page.id);
            });
        }
    }

    void replace(PageRow old, long by) {
        pages.moveTo(by, old.place, old.slotAt, old.slotNo);
        pages.takeOut(old.id);
    }
}
