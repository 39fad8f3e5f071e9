package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.demo.Demo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole house seen through a browser. Its pictures are in {@code sandbox/target/walk}. */
@Tag("story")
class HouseWalkTest {

    @Test
    void fromTheInvitationToTheCertificateByClicks() throws Exception {
        Demo demo = House.running();
        BrowserWalk.through(demo, "house.mjs", "walk");
        assertThat(new Ledger(demo.told()).faults()).isEmpty();
    }
}
