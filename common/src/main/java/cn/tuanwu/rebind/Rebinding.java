package cn.tuanwu.rebind;

import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.time.Duration;
import java.time.Instant;

/**
 * A wish to move an account to another phone (换绑). PENDING → APPROVED | RETURNED (the branch) | WITHDRAWN (the requester) |
 * REFUSED (whoever is signed in to the account) | EXPIRED (seven days). CHANGED from the beginning when its owner did it.
 * Its phones print masked.
 *
 * @param registrationId null when its owner changed it
 * @param reason why it was returned, or null
 */
public record Rebinding(
        long id,
        long accountId,
        Long registrationId,
        State state,
        Phone oldPhone,
        Phone newPhone,
        Instant askedAt,
        Instant expiresAt,
        Instant endedAt,
        String reason) {
    public static final Duration OPEN_FOR = Duration.ofDays(7);
    static final Refusal MOVED_ON = Refusal.of("REBIND_MOVED_ON", "这项换绑申请的状态已变化，请以最新状态为准。");
    static final Refusal UNKNOWN = Refusal.of("REBIND_UNKNOWN", "没有找到这项换绑申请，请重新申请。");

    public enum State {
        PENDING,
        APPROVED,
        RETURNED,
        WITHDRAWN,
        REFUSED,
        EXPIRED,
        CHANGED
    }

    /** It waits for the branch; told in the transaction of the request. */
    public record Opened(long rebindingId, long registrationId, Organisation branch) {}

    /** It ended without the branch's decision; told in the transaction of the end. */
    public record Ended(long rebindingId) {}
}
