package cn.tuanwu.api.linked;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where those are who went to a provider: begun, come back, asked for a proof. Every step is taken out when it is used, so
 * none works twice, and each ends by itself after ten minutes. In Redis, sealed, found by a keyed hash: who reads it learns
 * neither a secret nor a person.
 */
@Component
class Journeys {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final StringRedisTemplate redis;
    private final Seal seal;
    private final Blind blind;
    private final JsonMapper json;

    Journeys(StringRedisTemplate redis, Seal seal, Blind blind, JsonMapper json) {
        this.redis = redis;
        this.seal = seal;
        this.blind = blind;
        this.json = json;
    }

    /** @param secret what somebody has to know to go on from this step */
    void put(String secret, Object step) {
        byte[] name = name(secret, step.getClass());
        byte[] sealed = seal.seal(place(name), json.writeValueAsString(step));
        redis.opsForValue().set(key(name), Base64.getEncoder().encodeToString(sealed), LIFE);
    }

    /** The step, once: of several that ask for it one is given it. */
    <T> Optional<T> take(String secret, Class<T> kind) {
        return read(secret, kind, key -> redis.opsForValue().getAndDelete(key));
    }

    /** The step, which stays. */
    <T> Optional<T> look(String secret, Class<T> kind) {
        return read(secret, kind, key -> redis.opsForValue().get(key));
    }

    private <T> Optional<T> read(String secret, Class<T> kind, UnaryOperator<String> reading) {
        if (!Ids.isToken(secret)) {
            return Optional.empty();
        }
        byte[] name = name(secret, kind);
        return Optional.ofNullable(reading.apply(key(name)))
                .map(kept -> seal.open(place(name), Base64.getDecoder().decode(kept)))
                .map(plain -> json.readValue(plain, kind));
    }

    private byte[] name(String secret, Class<?> kind) {
        return blind.of("journey " + kind.getSimpleName(), secret);
    }

    private static String key(byte[] name) {
        return "tuanwu:linked:" + HexFormat.of().formatHex(name);
    }

    private static Place place(byte[] name) {
        return new Place("journey", "step", ByteBuffer.wrap(name).getLong());
    }

    /**
     * On the way to the provider, found by the state in its address.
     *
     * @param ticket what the mini-program that began keeps to itself
     * @param account who was signed in there and wants to link; null: somebody who wants to sign in
     */
    record Begun(String provider, String ticket, String nonce, String verifier, Long account) {}

    /**
     * Come back, found by the ticket.
     *
     * @param code given to the page that came back, and by it to the mini-program around it
     * @param phone what the provider vouches for; null when it names none
     */
    record Returned(String provider, String code, String subject, String phone, Long account) {}

    /** Known to the provider and not yet linked here, found by the ticket. */
    record Asked(String provider, String subject, String phone) {}
}
