package cn.tuanwu.bot.inbox;

import java.util.function.LongConsumer;

/** An event that is not kept yet, under the key that tells it from others, and what follows. */
record Arrival(long id, Event event, byte[] key, byte[] payload, Visit visit, LongConsumer isNew, Runnable otherwise) {
    private static final int LONGEST_KIND = 40;

    /** Plain characters only, as the table wants them. */
    String kind() {
        String plain = event.kind().replaceAll("[^\\x21-\\x7E]", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST_KIND));
    }

    void goOn(boolean first) {
        if (first) {
            isNew.accept(id);
        } else {
            otherwise.run();
        }
    }

    /** It was not kept, and the platform must hear that. */
    void refuse() {
        visit.kept(false);
        otherwise.run();
    }
}
