package cn.tuanwu.sandbox.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An operator records a ceremony on the page, 360 px wide, with the phone's pictures, one of them none; corrects it, sees who
 * has no oath yet, deletes it. The pictures are in {@code sandbox/target/ceremonies}.
 *
 * <p>Break: let PictureDesk keep what is no picture.
 */
@Tag("transfers")
class CeremonyWalkTest {

    @Test
    void aCeremonyIsRecordedByClicks() throws Exception {
        BrowserWalk.through(House.running(), "ceremonies.mjs", "ceremonies");
    }
}
