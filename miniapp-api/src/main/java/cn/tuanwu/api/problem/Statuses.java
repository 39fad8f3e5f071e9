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
                "BAD_REQUEST",
                "BODY_UNREADABLE",
                "IDEMPOTENCY_KEY_INVALID",
                "IDEMPOTENCY_KEY_MISSING");
        all(
                HttpStatus.UNAUTHORIZED,
                "LINKED_FAILED",
                "LOGIN_FAILED",
                "NOT_SIGNED_IN",
                "STEP_EXPIRED",
                "WECHAT_FAILED",
                "WECHAT_NOT_BOUND",
                "WORK_CODE_INVALID",
                "WORK_STATE_INVALID");
        all(HttpStatus.FORBIDDEN, "ACCOUNT_LOCKED", "FORM_NOT_YOURS", "NOT_ON_ROSTER", "NOT_ROOT", "ROLE_INSUFFICIENT");
        all(
                HttpStatus.NOT_FOUND,
                "ACCOUNT_UNKNOWN",
                "CAPTURE_MEMBER_UNKNOWN",
                "CAPTURE_UNKNOWN",
                "CHANGE_UNKNOWN",
                "DEVICE_UNKNOWN",
                "FORM_UNKNOWN",
                "INTAKE_UNKNOWN",
                "INVITATION_UNKNOWN",
                "JOB_UNKNOWN",
                "LINKED_PROVIDER_UNKNOWN",
                "LINKED_UNKNOWN",
                "MEMBER_UNKNOWN",
                "NOT_FOUND",
                "ORGANISATION_UNKNOWN",
                "PUSH_UNKNOWN",
                "REBIND_UNKNOWN",
                "SEAT_UNKNOWN",
                "SEGMENT_UNKNOWN",
                "SESSION_UNKNOWN",
                "TASK_UNKNOWN");
        all(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED");
        all(HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE");
        all(
                HttpStatus.CONFLICT,
                "ACCOUNTS_EXIST",
                "ACCOUNT_OWN",
                "ALREADY_DECIDED",
                "CAPTURE_PAGES_NOT_READY",
                "CHANGE_DECIDED",
                "CHANGE_PENDING",
                "EDIT_PENDING",
                "FORM_MOVED_ON",
                "FORM_WAITING",
                "IDEMPOTENCY_IN_FLIGHT",
                "INTAKE_NOT_CHECKED",
                "INVITATION_FAILED",
                "INVITATION_PREPARING",
                "LEDGER_MOVED_ON",
                "LINKED_ALREADY",
                "LINKED_ELSEWHERE",
                "NOT_APPROVED",
                "NOT_PENDING",
                "NUMBERS_FENCED",
                "ORGANISATION_CLOSED",
                "ORGANISATION_NOT_EMPTY",
                "REBIND_MOVED_ON",
                "REBIND_PENDING",
                "REBIND_PHONE_BUSY",
                "RECORD_KEPT",
                "REGISTRATION_APPROVED",
                "REGISTRATION_MOVED_ON",
                "REGISTRATION_PENDING",
                "TRANSFER_MOVED_ON",
                "TRANSFER_OPEN",
                "TRANSFER_TARGET_CLOSED",
                "USERID_KNOWN");
        all(HttpStatus.GONE, "FILE_LINK_ENDED", "INVITATION_EXPIRED", "INVITATION_REVOKED", "TOKEN_SPENT");
        all(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE");
        all(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "MEDIA_TYPE_UNSUPPORTED");
        all(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "ALREADY_THERE",
                "BIRTH_DATE_FUTURE",
                "BIRTH_DATE_INVALID",
                "BRANCH_UNKNOWN",
                "CAPTURE_EMPTY",
                "CAPTURE_FULL",
                "CAPTURE_MEDIA_INVALID",
                "CAPTURE_MEMBER_MISSING",
                "CAPTURE_ORDER_INVALID",
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
                "FILTER_INVALID",
                "FORMAT_INVALID",
                "FORM_FILE_MISSING",
                "FORM_MEMBER_NOT_APPROVED",
                "FORM_MEMBER_UNKNOWN",
                "FORM_NAME_DIFFERS",
                "FORM_NAME_UNREADABLE",
                "FORM_NONE_CHOSEN",
                "FORM_OF_ANOTHER",
                "FORM_OWN",
                "FORM_PAGE_UNDRAWN",
                "FORM_SAME_BYTES",
                "FORM_TOO_MANY_CHOSEN",
                "FORM_TOO_MANY_FILES",
                "IDEMPOTENCY_KEY_REUSED",
                "INTAKE_LINE_INVALID",
                "INTAKE_NOTHING_GOOD",
                "JOIN_AGE_NOTE_REQUIRED",
                "JOIN_MONTH_FUTURE",
                "JOIN_TOO_YOUNG",
                "JSSDK_URL_FOREIGN",
                "KIND_MISPLACED",
                "LOGIN_INVALID",
                "LOGIN_TAKEN",
                "MEMBER_NUMBER_BOOKLET",
                "MEMBER_NUMBER_LENGTH",
                "MEMBER_NUMBER_MALFORMED",
                "MEMBER_NUMBER_REQUIRED",
                "MEMBER_NUMBER_TAKEN",
                "MEMBER_NUMBER_YEAR",
                "MERGE_INTO_ITSELF",
                "MERGE_KINDS",
                "MONTH_INVALID",
                "MOVE_UNDER_ITSELF",
                "NAME_INVALID",
                "NOTE_MISSING",
                "NOTE_TOO_LONG",
                "NOTHING_CHANGED",
                "NOTHING_TO_RECLAIM",
                "NOT_OPERATOR",
                "NOT_YOUR_TASK",
                "NUMBERS_USED_UP",
                "NUMBER_NOT_FREE",
                "NUMBER_UNKNOWN",
                "OFFLINE_NOT_NEEDED",
                "ORGANISATION_CODE_TAKEN",
                "ORGANISATION_NAME_TAKEN",
                "OWN_ORGANISATION",
                "OWN_REGISTRATION",
                "PASSWORD_WEAK",
                "PASSWORD_WRONG",
                "PDF_ATTACHMENT",
                "PDF_BOMB",
                "PDF_BROKEN",
                "PDF_EMPTY",
                "PDF_ENCRYPTED",
                "PDF_LAUNCH",
                "PDF_NOT_A_PDF",
                "PDF_SCRIPT",
                "PDF_TOO_LARGE",
                "PDF_TOO_MANY_PAGES",
                "PHONE_CONSENT_FAILED",
                "PHONE_INVALID",
                "PHONE_NOT_REGISTERED",
                "PHONE_TAKEN",
                "PHOTO_BLURRED",
                "PHOTO_BROKEN",
                "PHOTO_CUT_OFF",
                "PHOTO_DARK",
                "PHOTO_HEIC",
                "PHOTO_INVALID",
                "PHOTO_MISSING",
                "PHOTO_NOT_A_PICTURE",
                "PHOTO_TOO_LARGE",
                "PHOTO_TOO_MANY",
                "PHOTO_UNKNOWN",
                "PURPOSE_UNKNOWN",
                "QQ_INVALID",
                "REALNAME_CHECKING",
                "REALNAME_FAILED",
                "REASON_MISSING",
                "REBIND_NO_MATCH",
                "REQUIRED",
                "ROLE_INVALID",
                "SEARCH_TOO_WIDE",
                "SECOND_CODE_WRONG",
                "SEGMENT_BACKWARDS",
                "SEGMENT_MALFORMED",
                "SEGMENT_MIXED",
                "SEGMENT_NOT_FREE",
                "SERVES_ALREADY",
                "SERVES_ELSEWHERE",
                "SHEET_COLUMNS",
                "SHEET_EMPTY",
                "SHEET_TOO_LONG",
                "SHEET_UNREADABLE",
                "SMS_CODE_EXPIRED",
                "SMS_CODE_WRONG",
                "STAFF_UNKNOWN",
                "TAKE_OVER_FAILED",
                "TOO_LONG",
                "TOO_MANY",
                "TRANSFER_BRANCH_ELSEWHERE",
                "TRANSFER_BRANCH_NEEDED",
                "TRANSFER_BRANCH_UNASKED",
                "TRANSFER_SAME_BRANCH",
                "TREE_TOO_DEEP",
                "UNDER_14",
                "UNIVERSITY_NEEDED",
                "UNIVERSITY_UNKNOWN",
                "USERID_INVALID",
                "USERID_TAKEN");
        all(
                HttpStatus.TOO_MANY_REQUESTS,
                "JOB_TOO_MANY",
                "LOGIN_SLOWED",
                "REBIND_TOO_OFTEN",
                "REVEAL_LIMIT",
                "SMS_TOO_OFTEN");
        all(HttpStatus.INTERNAL_SERVER_ERROR, "FAILED");
        all(
                HttpStatus.SERVICE_UNAVAILABLE,
                "FONT_MISSING",
                "FORM_BUSY",
                "FORM_STORAGE_DOWN",
                "LINKED_PROVIDER_AWAY",
                "LIST_BUSY",
                "UNAVAILABLE",
                "WECOM_AWAY");
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
