package cn.tuanwu.api.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * Every code a problem can have, with its status: a new refusal gets its row here, a test says so. 422
 * means: understood, and refused.
 */
public final class Statuses {
    private static final Map<String, HttpStatus> BY_CODE = new TreeMap<>();

    static {
        all(
                HttpStatus.BAD_REQUEST,
                "IDEMPOTENCY_KEY_MISSING",
                "IDEMPOTENCY_KEY_INVALID",
                "BODY_UNREADABLE",
                "BAD_REQUEST");
        all(
                HttpStatus.UNAUTHORIZED,
                "NOT_SIGNED_IN",
                "LOGIN_FAILED",
                "STEP_EXPIRED",
                "WECHAT_NOT_BOUND",
                "WECHAT_FAILED",
                "LINKED_FAILED",
                "WORK_CODE_INVALID",
                "WORK_STATE_INVALID");
        all(HttpStatus.FORBIDDEN, "ACCOUNT_LOCKED", "NOT_ON_ROSTER", "ROLE_INSUFFICIENT");
        all(
                HttpStatus.NOT_FOUND,
                "ACCOUNT_UNKNOWN",
                "SEAT_UNKNOWN",
                "SESSION_UNKNOWN",
                "INVITATION_UNKNOWN",
                "DEVICE_UNKNOWN",
                "JOB_UNKNOWN",
                "TASK_UNKNOWN",
                "LINKED_UNKNOWN",
                "LINKED_PROVIDER_UNKNOWN",
                "PUSH_UNKNOWN",
                "REBIND_UNKNOWN",
                "NOT_FOUND");
        all(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED");
        all(HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE");
        all(
                HttpStatus.CONFLICT,
                "ACCOUNT_OWN",
                "ACCOUNTS_EXIST",
                "ALREADY_DECIDED",
                "IDEMPOTENCY_IN_FLIGHT",
                "REGISTRATION_PENDING",
                "REGISTRATION_APPROVED",
                "REGISTRATION_MOVED_ON",
                "NOT_PENDING",
                "NOT_APPROVED",
                "EDIT_PENDING",
                "REBIND_PENDING",
                "REBIND_MOVED_ON",
                "REBIND_PHONE_BUSY",
                "RECORD_KEPT",
                "INVITATION_PREPARING",
                "INVITATION_FAILED",
                "LINKED_ELSEWHERE",
                "LINKED_ALREADY");
        all(HttpStatus.GONE, "INVITATION_EXPIRED", "INVITATION_REVOKED", "TOKEN_SPENT");
        all(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE");
        all(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "MEDIA_TYPE_UNSUPPORTED");
        all(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "BIRTH_DATE_FUTURE",
                "BIRTH_DATE_INVALID",
                "BRANCH_UNKNOWN",
                "CARRIER_NOT_FOR_BRANCH",
                "CARRIER_POOL_FULL",
                "CODE_UNKNOWN",
                "DAYS_OUT_OF_RANGE",
                "DECISION_INVALID",
                "DOCUMENT_INVALID",
                "DOCUMENT_TAKEN",
                "DRAFT_TOO_LARGE",
                "EMAIL_INVALID",
                "EVIDENCE_REQUIRED",
                "EXPLANATION_MISSING",
                "EXPLANATION_TOO_LONG",
                "FIELD_FREE",
                "FIELD_LOCKED",
                "FORMAT_INVALID",
                "IDEMPOTENCY_KEY_REUSED",
                "JOIN_AGE_NOTE_REQUIRED",
                "JOIN_MONTH_FUTURE",
                "JOIN_TOO_YOUNG",
                "LOGIN_INVALID",
                "LOGIN_TAKEN",
                "MEMBER_NUMBER_BOOKLET",
                "MEMBER_NUMBER_LENGTH",
                "MEMBER_NUMBER_MALFORMED",
                "MEMBER_NUMBER_REQUIRED",
                "MEMBER_NUMBER_TAKEN",
                "MEMBER_NUMBER_YEAR",
                "MONTH_INVALID",
                "NAME_INVALID",
                "NOTE_MISSING",
                "NOTE_TOO_LONG",
                "NOTHING_CHANGED",
                "NOT_OPERATOR",
                "NOT_YOUR_TASK",
                "OFFLINE_NOT_NEEDED",
                "ORGANISATION_UNKNOWN",
                "OWN_REGISTRATION",
                "PASSWORD_WEAK",
                "PASSWORD_WRONG",
                "PHONE_CONSENT_FAILED",
                "PHONE_INVALID",
                "PHONE_TAKEN",
                "PHOTO_INVALID",
                "PHOTO_MISSING",
                "PHOTO_TOO_MANY",
                "PHOTO_UNKNOWN",
                "PURPOSE_UNKNOWN",
                "QQ_INVALID",
                "REASON_MISSING",
                "REALNAME_CHECKING",
                "REALNAME_FAILED",
                "REBIND_NO_MATCH",
                "REQUIRED",
                "SECOND_CODE_WRONG",
                "SERVES_ALREADY",
                "SMS_CODE_EXPIRED",
                "SMS_CODE_WRONG",
                "STAFF_UNKNOWN",
                "TOO_LONG",
                "UNDER_14",
                "UNIVERSITY_NEEDED",
                "UNIVERSITY_UNKNOWN");
        all(HttpStatus.TOO_MANY_REQUESTS, "JOB_TOO_MANY", "SMS_TOO_OFTEN", "LOGIN_SLOWED", "REBIND_TOO_OFTEN");
        all(HttpStatus.INTERNAL_SERVER_ERROR, "FAILED");
        all(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "WECOM_AWAY", "FONT_MISSING", "LINKED_PROVIDER_AWAY");
    }

    private Statuses() {}

    public static Set<String> codes() {
        return BY_CODE.keySet();
    }

    private static void all(HttpStatus status, String... codes) {
        Arrays.stream(codes).forEach(code -> BY_CODE.put(code, status));
    }

    public static HttpStatus of(String code) {
        return BY_CODE.getOrDefault(code, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
