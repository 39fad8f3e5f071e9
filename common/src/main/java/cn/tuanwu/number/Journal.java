package cn.tuanwu.number;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What was issued, told again outside the database: one file for each process that issued something, in a folder all
 * nodes share, only ever appended to. Before the commit {@code I position time what} (the intent), after it {@code C
 * position}. Both are on the disk when the call returns. A restore of the database leaves this folder alone.
 */
@Component
class Journal {
    private final Path folder;
    private final LedgerRows ledger;
    private final Ids ids;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();
    private volatile String house;
    private FileChannel own;

    Journal(Environment environment, LedgerRows ledger, Ids ids) {
        String home = System.getProperty("user.home") + "/.tuanwu/files";
        this.folder = Path.of(new Settings(environment).optional("TUANWU_FILES", home), "numbers");
        this.ledger = ledger;
        this.ids = ids;
    }

    /**
     * @param intended the highest position anybody meant to commit
     * @param confirmed the highest that was committed for certain
     */
    record Height(long intended, long confirmed) {
        static final Height NONE = new Height(0, 0);

        Height or(Height other) {
            return new Height(Math.max(intended, other.intended), Math.max(confirmed, other.confirmed));
        }
    }

    record Entry(long position, Instant at, Issue issue, boolean confirmed) {}

    private record Seen(long size, Height height) {}

    void intend(long position, Instant at, List<Issue> issues) {
        StringBuilder lines = new StringBuilder();
        issues.forEach(issue -> lines.append("I ")
                .append(position)
                .append(' ')
                .append(at)
                .append(' ')
                .append(issue.line())
                .append('\n'));
        append(lines.toString());
    }

    void confirm(long position) {
        append("C " + position + '\n');
    }

    private void append(String lines) {
        try {
            FileChannel file;
            synchronized (this) {
                file = open();
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is issued while this can't be written to " + folder, e);
        }
    }

    private FileChannel open() throws IOException {
        if (own == null || !own.isOpen()) {
            own = FileChannel.open(
                    Files.createDirectories(house()).resolve(ids.next() + ".log"),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.APPEND);
        }
        return own;
    }

    /** Which installation this is; others may have their journals in the same folder. */
    String houseName() {
        if (house == null) {
            house = ledger.house();
        }
        return house;
    }

    private Path house() {
        return folder.resolve(houseName());
    }

    /** How far all files together have come; reads what has grown since it was last asked. */
    Height height() {
        Height all = Height.NONE;
        for (Path file : files()) {
            all = all.or(height(file));
        }
        return all;
    }

    private Height height(Path file) {
        try {
            long size = Files.size(file);
            Seen before = seen.getOrDefault(file, new Seen(0, Height.NONE));
            if (before.size == size) {
                return before.height;
            }
            // Positions rise within a file: its end is enough, as long as that says what was confirmed last.
            Height end = JournalLines.height(JournalLines.tail(file, size));
            Height height = (end.confirmed == 0 && size > JournalLines.TAIL
                            ? JournalLines.height(Files.readAllLines(file))
                            : end)
                    .or(before.height);
            seen.put(file, new Seen(size, height));
            return height;
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of issued numbers could not be read", e);
        }
    }

    /** Everything above a position, in its order; what was only meant before what is certain. */
    List<Entry> above(long position) {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files()) {
            if (height(file).intended > position) {
                entries.addAll(JournalLines.above(position, file));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::position).thenComparing(Entry::confirmed));
        return entries;
    }

    private List<Path> files() {
        Path house = house();
        if (!Files.isDirectory(house)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(house)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of issued numbers could not be read", e);
        }
    }
}
