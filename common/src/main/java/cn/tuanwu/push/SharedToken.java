package cn.tuanwu.push;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One platform's access token, the same for all nodes. Whoever needs it takes it; only the keeper's thread ever asks the
 * platform, and only on the node that holds the lease.
 */
public final class SharedToken {
    private static final int OVER_LIMIT = 45009;
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Logger log = LoggerFactory.getLogger(SharedToken.class);

    private final String name;
    private final TokenShelf shelf;
    private final TokenSource source;
    private final Executor keeper;
    private final ThreadLocal<String> mine = new ThreadLocal<>();
    private CompletableFuture<TokenAnswer> underWay;
    private volatile String dead;

    SharedToken(String name, TokenShelf shelf, TokenSource source, Executor keeper) {
        this.name = name;
        this.shelf = shelf;
        this.source = source;
        this.keeper = keeper;
    }

    /** The token to call with now; waits a few seconds for the keeper when there is none. */
    public TokenAnswer take() {
        mine.remove();
        Optional<String> there = shelf.token();
        TokenAnswer answer = there.<TokenAnswer>map(token -> new TokenAnswer.Given(token, Duration.ZERO))
                .orElseGet(this::waitForOne);
        if (answer instanceof TokenAnswer.Given given) {
            mine.set(given.token());
        }
        return answer;
    }

    /** What this thread took last, or null. */
    public String taken() {
        return mine.get();
    }

    /**
     * The platform calls the token this thread took last dead. If another lies there already, that one stays.
     *
     * @return false when this thread had none: there is nothing to try again with
     */
    public boolean died() {
        String last = mine.get();
        if (last != null) {
            dead = last;
            shelf.forget(last);
        }
        return last != null;
    }

    /** Renews the token ahead of its end. To be called every half minute or so on every node: one of them does it. */
    public void keep() {
        if (!shelf.isFresh()) {
            ask();
        }
    }

    private TokenAnswer waitForOne() {
        try {
            return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new TokenAnswer.NoAnswer("no token in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TokenAnswer.NoAnswer("interrupted");
        } catch (java.util.concurrent.ExecutionException e) {
            return new TokenAnswer.NoAnswer(e.getCause().getClass().getSimpleName());
        }
    }

    private synchronized CompletableFuture<TokenAnswer> ask() {
        if (underWay == null || underWay.isDone()) {
            underWay = CompletableFuture.supplyAsync(this::renew, keeper);
        }
        return underWay;
    }

    private TokenAnswer renew() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Optional<TokenAnswer> known = known();
            if (known.isPresent()) {
                return known.get();
            }
            if (shelf.take()) {
                try {
                    // The one who held the lease before us may have brought it.
                    return known().orElseGet(this::fetch);
                } finally {
                    shelf.giveBack();
                }
            }
            pause();
        }
        return new TokenAnswer.NoAnswer("another node asks and is not answered");
    }

    private Optional<TokenAnswer> known() {
        Optional<TokenAnswer> refused = shelf.refusal().map(code -> new TokenAnswer.Refused(code, ""));
        return refused.isPresent() || !shelf.isFresh()
                ? refused
                : shelf.token().map(token -> new TokenAnswer.Given(token, Duration.ZERO));
    }

    private TokenAnswer fetch() {
        TokenAnswer answer = source.fetch();
        if (answer instanceof TokenAnswer.Given given && given.token().equals(dead)) {
            answer = shelf.mayForce() ? source.force().orElse(given) : given;
        }
        if (answer instanceof TokenAnswer.Given given) {
            keep(given);
        } else if (answer instanceof TokenAnswer.Refused refused) {
            shelf.refuse(refused.errcode(), Duration.ofSeconds(refused.errcode() == OVER_LIMIT ? 60 : 5));
            log.warn("No token for {} (errcode {}): calls wait until there is one", name, refused.errcode());
        }
        return answer;
    }

    private void keep(TokenAnswer.Given given) {
        if (given.token().equals(dead)) {
            shelf.confirm(given.token());
        }
        dead = null;
        shelf.put(given);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
