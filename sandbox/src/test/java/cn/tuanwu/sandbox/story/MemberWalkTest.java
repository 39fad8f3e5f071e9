package cn.tuanwu.sandbox.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every page of the mini-program as 𬱖·阿卜杜拉 meets it, from the scan to 认证资料, on a telephone 375 px wide. Each is
 * examined for what sticks out and for what a screen reader can't use; the pictures are in {@code sandbox/target/member}.
 *
 * <p>Break: take an {@code aria-label} out of {@code form-field.wxml}.
 */
@Tag("registration")
class MemberWalkTest {

    @Test
    void aMemberWithARareNameIsRegisteredPageByPage() throws Exception {
        BrowserWalk.through(House.running(), "member.mjs", "member");
    }
}
