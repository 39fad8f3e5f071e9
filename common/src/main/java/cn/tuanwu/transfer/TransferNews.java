package cn.tuanwu.transfer;

import cn.tuanwu.access.Roster;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who hears of a transfer: its member of each step that matters, the operators of the branch that started it of the end, and
 * whoever has to decide of the last days. Joins the transaction of the cause; the words are made when they are said.
 */
@Component
class TransferNews {
    private final TransferRows rows;
    private final PushDesk pushes;
    private final Roster roster;

    TransferNews(TransferRows rows, PushDesk pushes, Roster roster) {
        this.rows = rows;
        this.pushes = pushes;
        this.roster = roster;
    }

    /** The version is part of it: a step that is overtaken is not told. */
    void step(Transfer transfer, Transfer.Step step) {
        String which = step + ":" + transfer.version();
        pushes.enqueue(new Push(
                PushKind.TRANSFER_STEP,
                transfer.id(),
                which,
                PushKind.TRANSFER_STEP + ":" + transfer.id() + ":" + which,
                Duration.ZERO));
    }

    /** Whatever the end. */
    void over(Transfer transfer) {
        step(transfer, Transfer.Step.valueOf(transfer.state().name()));
        if (transfer.state() != Transfer.State.WITHDRAWN && isAlone(transfer)) {
            starter(transfer).ifPresent(branch -> tell(transfer, branch, "over:" + transfer.version()));
        }
    }

    /** Three days are left. */
    void lastDays(Transfer transfer) {
        step(transfer, Transfer.Step.EXPIRING);
        if (!isAlone(transfer)) {
            return;
        }
        starter(transfer).ifPresent(branch -> tell(transfer, branch, "last"));
        tell(transfer, transfer.current().organisation(), "last");
    }

    void letterOver(Transfer transfer, Organisation branch) {
        tell(transfer, branch, "letter");
    }

    /** Of a batch each has its line at the console: nobody's phone rings a thousand times. */
    private boolean isAlone(Transfer transfer) {
        return rows.find(transfer.id()).batchId == null;
    }

    private void tell(Transfer transfer, Organisation organisation, String about) {
        for (Roster.Person person : roster.decidersOf(organisation)) {
            Push push = Push.now(PushKind.TRANSFER_STANDING, transfer.id(), person.id());
            pushes.enqueue(
                    new Push(push.kind(), push.subject(), push.receiver(), push.key() + ":" + about, Duration.ZERO));
        }
    }

    /** Empty when it was the member. */
    private static Optional<Organisation> starter(Transfer transfer) {
        return switch (transfer.startedSide()) {
            case MEMBER -> Optional.empty();
            case OUT_BRANCH -> Optional.of(transfer.from());
            case IN_BRANCH -> Optional.ofNullable(transfer.target());
        };
    }
}
