package cn.tuanwu.capture;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

class PageRow {
    long id;
    long batchId;
    byte[] origin;
    boolean inChat;
    String mediaId;
    Batch.PageState state;
    String problem;
    Instant toldAt;
    int quarters;
    Instant sentAt;
    String sentNo;
    Integer place;
    Instant slotAt;
    String slotNo;

    Batch.Page page() {
        return new Batch.Page(id, state, quarters, problem, toldAt != null);
    }

    boolean isInItsOwnSlot() {
        return slotAt.equals(sentAt) && slotNo.equals(sentNo);
    }

    /** The platform tells whole seconds; nothing is told until the chat rested for longer than one. */
    boolean wasSentAfterTelling(PageRow refused) {
        return refused.toldAt != null && !sentAt.isBefore(refused.toldAt.truncatedTo(ChronoUnit.SECONDS));
    }

    String key() {
        return key(id);
    }

    static String key(long id) {
        return "capture/" + id + ".jpg";
    }
}
