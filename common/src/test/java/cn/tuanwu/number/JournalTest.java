package cn.tuanwu.number;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.kernel.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

@Tag("console")
class JournalTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<Issue> ISSUES = List.of(
            new Issue.Given(7, null, 1, new NumberRange("202644", 0, 99), "org-account:1"),
            new Issue.Given(8, 7L, 100, new NumberRange("202644", 0, 9), "org-account:1"),
            new Issue.Back(8, 7, new NumberRange("202644", 5, 9)),
            new Issue.Taken("202644000003", NumberDesk.State.HANDED_OUT, 1001),
            new Issue.Moved(1001, 1002));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgainByAnotherProcess() {
        Journal one = journal();
        one.intend(5, AT, ISSUES);
        one.confirm(5);
        Journal other = journal();
        assertThat(other.height()).isEqualTo(new Journal.Height(5, 5));
        assertThat(other.above(4)).extracting(Journal.Entry::issue).isEqualTo(ISSUES);
        assertThat(other.above(4)).allMatch(Journal.Entry::confirmed);
        assertThat(other.above(5)).isEmpty();
    }

    /** Break: in Journal.whole, keep the last line whatever it ends with. */
    @Test
    void aLineThatACrashCutOffIsNoIntent() throws IOException {
        journal().intend(5, AT, ISSUES);
        Path file = file();
        Files.writeString(file, "I 6 2026-11-22T08:0", StandardOpenOption.APPEND);
        assertThat(journal().height()).isEqualTo(new Journal.Height(5, 0));
        assertThat(journal().above(0)).hasSize(ISSUES.size());
    }

    /** Break: in Journal.height, believe the tail also when it confirms nothing. */
    @Test
    void theEndOfALongFileIsEnough() throws IOException {
        Journal one = journal();
        one.intend(1, AT, ISSUES);
        one.confirm(1);
        for (int position = 2; position <= 4; position++) {
            one.intend(position, AT, Collections.nCopies(1_000, ISSUES.get(0)));
        }
        assertThat(Files.size(file())).isGreaterThan(2L * JournalLines.TAIL);
        assertThat(journal().height()).isEqualTo(new Journal.Height(4, 1));
        one.confirm(4);
        assertThat(journal().height()).isEqualTo(new Journal.Height(4, 4));
    }

    private Path file() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Journal journal() {
        return new Journal(
                new MockEnvironment().withProperty("TUANWU_FILES", folder.toString()),
                new AHouse(),
                new Ids(Clock.systemUTC()));
    }

    private static class AHouse implements LedgerRows {
        @Override
        public String house() {
            return "a-house";
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int raise() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long raised() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int jump(long from, long to) {
            throw new UnsupportedOperationException();
        }
    }
}
