package cn.tuanwu.api.once;

/** A request that may be repeated. A door that changes something names it and is closed without an Idempotency-Key. */
public final class Call {
    private final String caller;
    private final byte[] key;
    private final byte[] content;

    Call(String caller, byte[] key, byte[] content) {
        this.caller = caller;
        this.key = key;
        this.content = content;
    }

    /** Who is signed in; the route where nobody is: nobody's keys are kept apart by route only. */
    String caller() {
        return caller;
    }

    byte[] key() {
        return key;
    }

    /** A keyed hash of method, path and body: a plain one could be searched for a phone number. */
    byte[] content() {
        return content;
    }
}
