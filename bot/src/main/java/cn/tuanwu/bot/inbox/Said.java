package cn.tuanwu.bot.inbox;

import java.util.concurrent.atomic.AtomicBoolean;

/** A reply that doors now give to the platform: each delivery that still waits hears it. */
public final class Said {
    private final String xml;
    private final Runnable onDelivery;
    private final AtomicBoolean delivered = new AtomicBoolean();

    /** @param onDelivery done once, when the platform has it; without that a push says it again */
    Said(String xml, Runnable onDelivery) {
        this.xml = xml;
        this.onDelivery = onDelivery;
    }

    public String xml() {
        return xml;
    }

    public void delivered() {
        if (delivered.compareAndSet(false, true)) {
            onDelivery.run();
        }
    }
}
