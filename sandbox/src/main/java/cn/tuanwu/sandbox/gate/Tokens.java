package cn.tuanwu.sandbox.gate;

import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState;
import cn.tuanwu.sandbox.world.WorldState.App;
import cn.tuanwu.sandbox.world.WorldState.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Access tokens: issued, shared while valid, overlapping when renewed, remembered a day after they expired. */
@Component
public class Tokens {

    private static final Duration LIFE = Duration.ofSeconds(7200);
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final World world;
    private final Ids ids;
    private final Clock clock;
    private final ForcedTokens forced;

    Tokens(World world, Ids ids, Clock clock, ForcedTokens forced) {
        this.forced = forced;
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same token again for as long as it is valid. */
    public ApiAnswer shared(App app) {
        return answer(ApiAnswer.ok(), world.change(state -> live(state, app, false, Duration.ZERO)
                .orElseGet(() -> issue(state, app, false))));
    }

    /** A new token; those before it end within five minutes. */
    public ApiAnswer renewed(App app) {
        return answer(ApiAnswer.bare(), world.change(state -> {
            Instant end = clock.instant().plus(OVERLAP);
            state.tokens.replaceAll((value, token) ->
                    of(app, false).test(token) && token.expiresAt().isAfter(end) ? new Token(app, false, end) : token);
            return issue(state, app, false);
        }));
    }

    /** The same token until five minutes before it ends; {@code force} ends it and gives another. */
    public ApiAnswer stable(App app, boolean force) {
        Optional<ApiAnswer> refusal = force ? forced.refuse(app) : Optional.empty();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return answer(ApiAnswer.bare(), world.change(state -> {
            if (force) {
                state.tokens.replaceAll((value, token) ->
                        of(app, true).test(token) ? new Token(app, true, earlier(token.expiresAt())) : token);
            }
            return live(state, app, true, OVERLAP).orElseGet(() -> issue(state, app, true));
        }));
    }

    /** Ends every token of the app early: as if it never was, or as if its time were over. Answers how many. */
    public int revoke(App app, boolean asExpired) {
        return world.change(state -> {
            int before = state.tokens.size();
            if (!asExpired) {
                state.tokens.values().removeIf(token -> token.app() == app);
                return before - state.tokens.size();
            }
            int[] ended = {0};
            state.tokens.replaceAll((value, token) -> {
                ended[0] += token.app() == app ? 1 : 0;
                return token.app() == app ? new Token(app, token.stable(), earlier(token.expiresAt())) : token;
            });
            return ended[0];
        });
    }

    /** The platform gives out a new token from now on; the others end within five minutes. */
    public void rotate(App app) {
        world.alter(state -> {
            Instant end = clock.instant().plus(OVERLAP);
            boolean stable = state.tokens.values().stream().anyMatch(of(app, true));
            state.tokens.replaceAll((value, token) ->
                    token.app() == app && token.expiresAt().isAfter(end) ? new Token(app, token.stable(), end) : token);
            issue(state, app, stable);
        });
    }

    public Optional<App> owner(String value) {
        return value == null
                ? Optional.empty()
                : world.read(
                        state -> Optional.ofNullable(state.tokens.get(value)).map(Token::app));
    }

    /** Nothing when the token opens this app's APIs, else the refusal. */
    public Optional<ApiAnswer> refuse(String value, App app) {
        if (value == null || value.isBlank()) {
            return Optional.of(ApiAnswer.refused(41001, "access_token missing"));
        }
        Token token = world.read(state -> state.tokens.get(value));
        if (token == null) {
            return Optional.of(ApiAnswer.refused(40014, "invalid access_token"));
        }
        if (!token.expiresAt().isAfter(clock.instant())) {
            return Optional.of(ApiAnswer.refused(42001, "access_token expired"));
        }
        return token.app() == app
                ? Optional.empty()
                : Optional.of(ApiAnswer.refused(48001, "api unauthorized, the token belongs to another app"));
    }

    private Map.Entry<String, Token> issue(WorldState state, App app, boolean stable) {
        Instant now = clock.instant();
        state.tokens
                .values()
                .removeIf(token -> token.expiresAt().plus(Duration.ofDays(1)).isBefore(now));
        String value = ids.letters(136);
        Token token = new Token(app, stable, now.plus(LIFE));
        state.tokens.put(value, token);
        return Map.entry(value, token);
    }

    private Optional<Map.Entry<String, Token>> live(WorldState state, App app, boolean stable, Duration margin) {
        Instant needed = clock.instant().plus(margin);
        return state.tokens.entrySet().stream()
                .filter(entry -> of(app, stable).test(entry.getValue())
                        && entry.getValue().expiresAt().isAfter(needed))
                .reduce((first, last) -> last)
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()));
    }

    private static Predicate<Token> of(App app, boolean stable) {
        return token -> token.app() == app && token.stable() == stable;
    }

    private Instant earlier(Instant expiry) {
        Instant now = clock.instant();
        return expiry.isBefore(now) ? expiry : now;
    }

    private ApiAnswer answer(ApiAnswer answer, Map.Entry<String, Token> issued) {
        long millis =
                Duration.between(clock.instant(), issued.getValue().expiresAt()).toMillis();
        return answer.with("access_token", issued.getKey()).with("expires_in", (millis + 999) / 1000);
    }
}
