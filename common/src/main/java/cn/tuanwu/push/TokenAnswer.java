package cn.tuanwu.push;

import java.time.Duration;

/** What asking for an access token brought. */
public sealed interface TokenAnswer {

    record Given(String token, Duration life) implements TokenAnswer {
        @Override
        public String toString() {
            return "Given[…]";
        }
    }

    /** The platform said no. Its text may name the address it saw; it holds no secret. */
    record Refused(int errcode, String text) implements TokenAnswer {}

    record NoAnswer(String cause) implements TokenAnswer {}
}
