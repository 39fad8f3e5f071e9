package cn.tuanwu.api.once;

import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.kernel.Tx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * One effect for one key. The key's row is inserted first and its answer written last in the transaction of the effect,
 * so the database alone decides which of several equal requests acts; the others are given its answer. A refusal keeps
 * nothing: the same key may be used again.
 */
@Component
public class Once {
    private final OnceRows rows;
    private final Seal seal;
    private final JsonMapper json;
    private final Tx tx;

    Once(OnceRows rows, Seal seal, JsonMapper json, Tx tx) {
        this.rows = rows;
        this.seal = seal;
        this.json = json;
        this.tx = tx;
    }

    /**
     * The answer as JSON: kept from the first time, byte for byte, or made now.
     *
     * @param effect runs in a transaction, perhaps more than once, and answers what is to be said
     * @throws RefusedRequest with the effect's refusals, IDEMPOTENCY_KEY_REUSED or IDEMPOTENCY_IN_FLIGHT
     */
    public byte[] json(Call call, Supplier<? extends Outcome<?>> effect) {
        Optional<String> kept = earlier(call);
        if (kept.isEmpty()) {
            kept = Optional.ofNullable(RefusedRequest.unlessDone(tx.write(() -> first(call, effect))));
        }
        // The key was taken while we waited for it: whoever took it has committed the answer.
        return kept.or(() -> earlier(call)).orElseThrow(Once::inFlight).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * As {@link #json}, for what is judged first and outside the transaction, such as a guess that is counted. What was
     * answered is not judged again.
     *
     * @throws RefusedRequest with what the judging refuses as well
     */
    public <T> byte[] judged(Call call, Supplier<Outcome<T>> judging, Function<T, ? extends Outcome<?>> effect) {
        Optional<String> kept = earlier(call);
        if (kept.isEmpty()) {
            Outcome<T> outcome = judging.get();
            // A twin of this request may have acted meanwhile: then its answer is ours too.
            kept = outcome instanceof Outcome.Refused ? earlier(call) : kept;
            if (kept.isEmpty()) {
                T good = RefusedRequest.unlessDone(outcome);
                return json(call, () -> effect.apply(good));
            }
        }
        return kept.get().getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #json}, read again. */
    public <T> T answer(Call call, Class<T> kind, Supplier<Outcome<T>> effect) {
        return json.readValue(json(call, effect), kind);
    }

    /** The answer kept from an earlier request with this key, if there was one. */
    public <T> Optional<T> earlier(Call call, Class<T> kind) {
        return earlier(call).map(kept -> json.readValue(kept, kind));
    }

    /** For doors that look at a password first, whatever is kept. */
    public void refuseOtherBody(Call call) {
        earlier(call);
    }

    /** Drops every answer kept for this caller: the account is gone. */
    public void forget(Call call) {
        tx.run(() -> rows.forget(call.caller()));
    }

    private Outcome<String> first(Call call, Supplier<? extends Outcome<?>> effect) {
        if (insert(call) == 0) {
            return Outcome.done(null);
        }
        Outcome<String> answer = effect.get().map(json::writeValueAsString);
        if (answer instanceof Outcome.Done<String> done) {
            rows.answered(call.caller(), call.key(), seal.seal(place(call), done.value()));
        }
        return answer;
    }

    private int insert(Call call) {
        try {
            return rows.insert(call.caller(), call.key(), call.content());
        } catch (QueryTimeoutException e) {
            throw inFlight();
        }
    }

    private Optional<String> earlier(Call call) {
        OnceRow row = rows.find(call.caller(), call.key());
        if (row == null) {
            return Optional.empty();
        }
        if (!MessageDigest.isEqual(row.requestHash, call.content())) {
            throw new RefusedRequest("IDEMPOTENCY_KEY_REUSED", "这个 Idempotency-Key 已用于另一次提交，请重新提交。");
        }
        return Optional.of(seal.open(place(call), row.answer));
    }

    /** The row has no number of its own: its key's first 64 bits stand for it. */
    private static Place place(Call call) {
        return new Place("idempotency", "answer", ByteBuffer.wrap(call.key()).getLong());
    }

    private static RefusedRequest inFlight() {
        return new RefusedRequest("IDEMPOTENCY_IN_FLIGHT", "同一次提交正在处理中，请稍候再试。");
    }
}
