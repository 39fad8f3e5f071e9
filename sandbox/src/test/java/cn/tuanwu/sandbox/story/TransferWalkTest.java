package cn.tuanwu.sandbox.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One transfer through all four nodes by clicks: the member's phone, a card, two superiors at the console, an operator's page.
 * The pictures are in {@code sandbox/target/transfer}.
 *
 * <p>Break: in TransferLines.refresh, put nothing.
 */
@Tag("transfers")
class TransferWalkTest {

    @Test
    void aTransferGoesThroughFourNodesByClicks() throws Exception {
        BrowserWalk.through(House.running(), "transfer.mjs", "transfer");
    }
}
