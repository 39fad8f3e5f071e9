package cn.tuanwu.api.problem;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.util.List;

/** Carries refusals from a door to {@link Problems}. Nothing was changed. */
public final class RefusedRequest extends RuntimeException {
    private final transient List<Refusal> refusals;

    public RefusedRequest(List<Refusal> refusals) {
        super(refusals.get(0).code(), null, false, false);
        this.refusals = refusals;
    }

    public RefusedRequest(String code, String text) {
        this(List.of(Refusal.of(code, text)));
    }

    /** The value of a done outcome. */
    public static <T> T unlessDone(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new RefusedRequest(((Outcome.Refused<T>) outcome).refusals());
    }

    /** For an answer that is a page. */
    public static int statusOf(Refusal refusal) {
        return Statuses.of(refusal.code()).value();
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
