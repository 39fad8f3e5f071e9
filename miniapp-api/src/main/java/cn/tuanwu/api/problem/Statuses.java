package cn.tuanwu.api.problem;

import static java.util.Map.entry;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** Which status goes with which refusal. What is not named here is 422: understood, and refused. */
final class Statuses {
    private static final Map<String, HttpStatus> BY_CODE = Map.ofEntries(
            entry("IDEMPOTENCY_KEY_MISSING", HttpStatus.BAD_REQUEST),
            entry("IDEMPOTENCY_KEY_INVALID", HttpStatus.BAD_REQUEST),
            entry("NOT_SIGNED_IN", HttpStatus.UNAUTHORIZED),
            entry("LOGIN_FAILED", HttpStatus.UNAUTHORIZED),
            entry("INVITATION_UNKNOWN", HttpStatus.NOT_FOUND),
            entry("IDEMPOTENCY_IN_FLIGHT", HttpStatus.CONFLICT),
            entry("REGISTRATION_PENDING", HttpStatus.CONFLICT),
            entry("REGISTRATION_APPROVED", HttpStatus.CONFLICT),
            entry("NOT_PENDING", HttpStatus.CONFLICT),
            entry("NOT_APPROVED", HttpStatus.CONFLICT),
            entry("EDIT_PENDING", HttpStatus.CONFLICT),
            entry("REGISTRATION_MOVED_ON", HttpStatus.CONFLICT),
            entry("INVITATION_PREPARING", HttpStatus.CONFLICT),
            entry("INVITATION_FAILED", HttpStatus.CONFLICT),
            entry("INVITATION_EXPIRED", HttpStatus.GONE),
            entry("INVITATION_REVOKED", HttpStatus.GONE),
            entry("SMS_TOO_OFTEN", HttpStatus.TOO_MANY_REQUESTS),
            entry("LOGIN_SLOWED", HttpStatus.TOO_MANY_REQUESTS));

    private Statuses() {}

    static HttpStatus of(String code) {
        return BY_CODE.getOrDefault(code, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
