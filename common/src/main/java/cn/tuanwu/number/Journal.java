package cn.tuanwu.number;

import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Settings;
import java.io.IOException;
import java.io.RandomAccessFile;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final int TAIL = 64 * 1024;

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
            Height end = height(tail(file, size));
            Height height =
                    (end.confirmed == 0 && size > TAIL ? height(Files.readAllLines(file)) : end).or(before.height);
            seen.put(file, new Seen(size, height));
            return height;
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of issued numbers could not be read", e);
        }
    }

    private static List<String> tail(Path file, long size) throws IOException {
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, size - TAIL);
            end.seek(from);
            byte[] bytes = new byte[(int) (size - from)];
            end.readFully(bytes);
            List<String> lines = whole(new String(bytes, StandardCharsets.UTF_8));
            return from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
        }
    }

    private static Height height(List<String> lines) {
        Height height = Height.NONE;
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words.length > 1 && words[1].matches("[0-9]{1,18}")) {
                long position = Long.parseLong(words[1]);
                height = height.or(new Height(position, words[0].equals("C") ? position : 0));
            }
        }
        return height;
    }

    /** Everything above a position, in its order; what was only meant before what is certain. */
    List<Entry> above(long position) {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files()) {
            if (height(file).intended > position) {
                entries.addAll(above(position, file));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::position).thenComparing(Entry::confirmed));
        return entries;
    }

    private static List<Entry> above(long position, Path file) {
        try {
            List<String> lines = whole(Files.readString(file));
            List<String> confirmed =
                    lines.stream().filter(line -> line.startsWith("C ")).toList();
            Set<String> certain = new HashSet<>(confirmed);
            return lines.stream()
                    .filter(line -> line.startsWith("I "))
                    .flatMap(line -> entry(line, certain).stream())
                    .filter(entry -> entry.position > position)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of issued numbers could not be read", e);
        }
    }

    private static Optional<Entry> entry(String line, Set<String> certain) {
        String[] words = line.split(" ", 4);
        return Issue.read(words[3])
                .map(issue -> new Entry(
                        Long.parseLong(words[1]), Instant.parse(words[2]), issue, certain.contains("C " + words[1])));
    }

    /** A line without its end was cut off by a crash: its commit never came. */
    private static List<String> whole(String text) {
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
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
