package cn.tuanwu.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The codes are in one place, and what is there is true. */
@Tag("registration")
class StatusesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

    /** Words of other alphabets: settings, kinds, purposes, states. */
    private static final Set<String> NO_CODES =
            Set.of("RESIDENT_ID", "RESET_PASSWORD", "CHANGE_PHONE", "OFFLINE_PASSED", "INVITATION_POSTERS");

    /** Break: take a row out of Statuses, or refuse with a new code. */
    @Test
    void everyCodeInTheSourcesHasARow() {
        Set<String> unknown = new TreeSet<>();
        Stream.of("../common/src/main/java", "src/main/java").map(Path::of).forEach(root -> sources(root)
                .forEach(source -> LITERAL.matcher(text(source))
                        .results()
                        .map(found -> found.group(1))
                        .filter(code -> !code.startsWith("TUANWU_") && !NO_CODES.contains(code))
                        .filter(code -> !Statuses.codes().contains(code))
                        .forEach(unknown::add)));
        assertThat(unknown).isEmpty();
    }

    private static Stream<Path> sources(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
