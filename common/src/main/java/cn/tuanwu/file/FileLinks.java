package cn.tuanwu.file;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Addresses of this house that lend one file for some minutes: sealed, so that nobody makes or lengthens one. */
@Component
public class FileLinks {
    private static final Place PLACE = new Place("file", "link", 0);

    private final Seal seal;
    private final Clock clock;

    public FileLinks(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    URI make(String key, String name, Duration life) {
        long until = clock.instant().plus(life).getEpochSecond();
        byte[] sealed = seal.seal(PLACE, until + "\n" + key + "\n" + name);
        return URI.create(
                "/api/files/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** What an address lends; empty when it ended or was never ours. */
    public Optional<Lent> read(String token) {
        try {
            String[] parts =
                    seal.open(PLACE, Base64.getUrlDecoder().decode(token)).split("\n", 3);
            boolean ended = clock.instant().getEpochSecond() > Long.parseLong(parts[0]);
            return ended ? Optional.empty() : Optional.of(new Lent(parts[1], parts[2]));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** @param name what people will call the file */
    public record Lent(String key, String name) {}
}
