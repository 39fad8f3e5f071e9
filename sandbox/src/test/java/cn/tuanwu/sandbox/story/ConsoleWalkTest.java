package cn.tuanwu.sandbox.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The console on a PC 1280 px wide, part by part as in {@code web/test/browser/console}: every way in, then each page of
 * its menu, with wrong inputs, examined for what sticks out and for what a screen reader can't use. The pictures are in
 * {@code sandbox/target/console}.
 *
 * <p>Break: give the route {@code /first} of {@code router.ts} a plain function as its component.
 */
@Tag("console")
class ConsoleWalkTest {

    @Test
    void everyPageOfTheConsoleByClicks() throws Exception {
        BrowserWalk.through(House.running(), "console.mjs", "console");
    }
}
