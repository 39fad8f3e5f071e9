package cn.tuanwu.api.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.transfer.PassageDesk;
import cn.tuanwu.transfer.PassageDesk.Passage;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a transfer looks to an organisation it passes through, with what waits there for a decision. */
@Component
class PassagePages {
    private final TransferDesk transfers;
    private final PassageDesk passages;
    private final ReviewDesk reviews;

    PassagePages(TransferDesk transfers, PassageDesk passages, ReviewDesk reviews) {
        this.transfers = transfers;
        this.passages = passages;
        this.reviews = reviews;
    }

    Entry entry(Caller.AtConsole caller, Passage passage) {
        Transfer transfer = passage.transfer();
        boolean starter = caller.seat()
                .as(Caller.Reviewer.class)
                .filter(reviewer -> transfers.isStarter(reviewer, transfer))
                .isPresent();
        return Entry.of(
                passage,
                starter,
                reviews.ofTransfer(caller, transfer.id())
                        .map(task -> Task.of(
                                task,
                                transfer,
                                reviews.refusal(caller, task).map(Refusal::text).orElse(null)))
                        .orElse(null));
    }

    Entry entry(Caller.Staff caller, Passage passage) {
        Transfer transfer = passage.transfer();
        return Entry.of(
                passage,
                transfers.isStarter(caller, transfer),
                reviews.ofTransfer(caller, transfer.id())
                        .map(task -> Task.of(
                                task, transfer, reviews.mayDecide(caller.staffId(), task) ? null : "由该组织的审核人办理，您可以查看。"))
                        .orElse(null));
    }

    /** What was just written, as its writer sees it. */
    Entry entry(Caller.Reviewer caller, Transfer transfer) {
        return entry(caller, passages.find(caller, transfer.id()).orElseThrow());
    }

    Entry entry(Caller.Staff caller, Transfer transfer) {
        return entry(caller, passages.find(caller, transfer.id()).orElseThrow());
    }

    /**
     * @param registrationId null, as the phone, when the member is not the caller's
     * @param name whole
     * @param documentNumber masked; null as well when the member has left the caller's
     * @param task null when nothing waits that the caller may see
     */
    record Entry(
            String registrationId,
            PassageDesk.Direction direction,
            String name,
            String documentNumber,
            String phone,
            TransferView transfer,
            Task task) {

        static Entry of(Passage passage, boolean starter, Task task) {
            Transfer transfer = passage.transfer();
            return new Entry(
                    passage.whole() ? Long.toString(transfer.registrationId()) : null,
                    passage.direction(),
                    passage.name(),
                    passage.document(),
                    passage.phone(),
                    TransferView.forOrganisation(transfer, starter, passage.whole()),
                    task);
        }
    }

    /**
     * What waits at the present node.
     *
     * @param assigns whether agreeing needs a branch of the target
     * @param why why the caller may not decide it, or null
     */
    record Task(String id, boolean canDecide, boolean assigns, String why, List<Reason> reasons) {
        static Task of(ReviewTask task, Transfer transfer, String why) {
            return new Task(
                    Long.toString(task.id()),
                    why == null,
                    transfer.assigns(Optional.ofNullable(task.transferNode()).orElse(0)),
                    why,
                    ReturnReason.of(task.kind()).stream()
                            .map(reason -> new Reason(reason.name(), reason.text(), reason == ReturnReason.OTHER))
                            .toList());
        }
    }

    /** @param needsNote it says nothing without the reviewer's own words */
    record Reason(String code, String text, boolean needsNote) {}

    /** @param next null when nothing comes after */
    record Page(List<Entry> items, String next) {}
}
