package cn.tuanwu.sandbox.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An operator photographs a volunteer form on the page, 360 px wide: with WeChat Work's camera and with plain files, a
 * blurred page in between. The pictures are in {@code sandbox/target/forms}.
 *
 * <p>Break: let PhotoDesk take what is blurred.
 */
@Tag("forms")
class FormWalkTest {

    @Test
    void aFormIsPhotographedByClicks() throws Exception {
        BrowserWalk.through(House.running(), "forms.mjs", "forms");
    }
}
