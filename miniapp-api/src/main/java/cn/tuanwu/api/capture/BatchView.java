package cn.tuanwu.api.capture;

import cn.tuanwu.capture.Batch;
import java.util.List;

/**
 * Collected pages as a page shows them.
 *
 * @param whose null until someone was chosen
 * @param problem why it was not filed, or null
 * @param formId what became of it, or null
 */
record BatchView(String id, String state, Whose whose, String problem, String formId, List<Page> pages) {

    static BatchView of(Batch batch) {
        return new BatchView(
                Long.toString(batch.id()),
                batch.state().name(),
                batch.whose() == null ? null : Whose.of(batch.whose()),
                batch.problem(),
                batch.formId() == null ? null : Long.toString(batch.formId()),
                batch.pages().stream().map(Page::of).toList());
    }

    /** @param name masked */
    record Whose(String registrationId, String name, String phoneEnd, String branch) {
        private static Whose of(Batch.Whose one) {
            return new Whose(Long.toString(one.registrationId()), one.name(), one.phoneEnd(), one.branch());
        }
    }

    /** @param problem why it has to be taken again, or null */
    record Page(String id, String state, int quarters, String problem) {
        private static Page of(Batch.Page page) {
            return new Page(Long.toString(page.id()), page.state().name(), page.quarters(), page.problem());
        }
    }
}
