package cn.tuanwu.transfer;

import org.springframework.stereotype.Component;

/** Ends what is open of someone who is a member no more. Joins the transaction of the cause. */
@Component
public class Stopping {
    private final TransferRows rows;
    private final TransferEnds ends;
    private final Appealing appealing;
    private final LetterIssuing issuing;

    Stopping(TransferRows rows, TransferEnds ends, Appealing appealing, LetterIssuing issuing) {
        this.rows = rows;
        this.ends = ends;
        this.appealing = appealing;
        this.issuing = issuing;
    }

    /**
     * Stops the open transfer, if there is one, and an open appeal; a letter leads nowhere any more. Publishes {@link
     * Transfer.Ended}, {@link Appeal.Ended}.
     *
     * @param actor kind:id, for the audit
     * @param words why, for everybody to read
     */
    public void stop(long registrationId, String actor, String words) {
        appealing.end(registrationId, actor, words);
        issuing.annul(registrationId);
        TransferRow open = rows.openOf(registrationId);
        if (open != null) {
            ends.end(open, Transfer.State.STOPPED, actor, TransferEnds.NOBODY, words);
        }
    }
}
