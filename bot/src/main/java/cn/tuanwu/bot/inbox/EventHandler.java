package cn.tuanwu.bot.inbox;

import java.util.Optional;

/** Does what one kind of event asks for. */
public interface EventHandler {

    boolean handles(Event event);

    /**
     * May be called more than once for one event (a worker that died is followed by another): the second time must be
     * harmless. Touches the database only; what must be sent goes through the outbox. An exception means: try again.
     *
     * @param occasion names this event, the same each time
     * @return what to say at once, if anything; said only when the platform is still waiting
     */
    Optional<Reply> handle(Event event, String occasion);
}
