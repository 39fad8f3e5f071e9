package cn.tuanwu.sandbox.fault;

/**
 * Something that shall go wrong.
 *
 * @param endpoint the end of the path, such as {@code message/send} or {@code callback/oa}; {@code *} is every call of
 *     an application, {@code callback/*} every callback
 * @param times how often it still strikes; null is until it is taken away
 * @param probability how likely it strikes; null is always
 * @param millis how long {@link Kind#SLOW} takes
 */
public record Fault(String endpoint, Kind kind, Integer times, Double probability, Long millis) {

    public enum Kind {
        BUSY(-1, "system busy"),
        TOKEN_INVALID(40014, "invalid access_token"),
        TOKEN_EXPIRED(42001, "access_token expired"),
        LIMIT(45009, "api freq out of limit"),
        CONCURRENCY(45033, "api concurrent out of limit"),
        IP(60020, "not allow to access from your ip, from ip: 203.0.113.7"),
        NOBODY(81013, "user & party & tag all invalid"),
        CODE(60140, "invalid response_code, maybe expired or used"),
        REFUSED(43101, "user refuse to accept the msg"),
        WINDOW(45015, "response out of time limit or subscription is canceled"),
        COUNT(45047, "out of response count limit"),
        LOGIN(40029, "invalid code"),
        LOGIN_USED(40163, "code been used"),
        BAD_GATEWAY,
        EMPTY,
        SLOW,
        RESET,
        DUPLICATE,
        OUT_OF_ORDER,
        LOST;

        final int errcode;
        final String errmsg;

        Kind() {
            this(0, null);
        }

        Kind(int errcode, String errmsg) {
            this.errcode = errcode;
            this.errmsg = errmsg;
        }

        public boolean ofCallbacks() {
            return ordinal() >= DUPLICATE.ordinal();
        }
    }

    static final String CALLBACKS = "callback/";

    public boolean ofCallbacks() {
        return endpoint.startsWith(CALLBACKS);
    }

    boolean meets(String path) {
        if (ofCallbacks() != path.startsWith("/" + CALLBACKS)) {
            return false;
        }
        return endpoint.equals("*") || endpoint.equals("callback/*") || path.endsWith("/" + endpoint);
    }

    boolean spent() {
        return times != null && times <= 0;
    }

    Fault once() {
        return times == null ? this : new Fault(endpoint, kind, times - 1, probability, millis);
    }
}
