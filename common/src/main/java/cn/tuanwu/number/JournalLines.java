package cn.tuanwu.number;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the files of the {@link Journal}. */
final class JournalLines {
    static final int TAIL = 64 * 1024;

    private JournalLines() {}

    static List<String> tail(Path file, long size) throws IOException {
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, size - TAIL);
            end.seek(from);
            byte[] bytes = new byte[(int) (size - from)];
            end.readFully(bytes);
            List<String> lines = whole(new String(bytes, StandardCharsets.UTF_8));
            return from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
        }
    }

    static Journal.Height height(List<String> lines) {
        Journal.Height height = Journal.Height.NONE;
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words.length > 1 && words[1].matches("[0-9]{1,18}")) {
                long position = Long.parseLong(words[1]);
                height = height.or(new Journal.Height(position, words[0].equals("C") ? position : 0));
            }
        }
        return height;
    }

    static List<Journal.Entry> above(long position, Path file) {
        try {
            List<String> lines = whole(Files.readString(file));
            List<String> confirmed =
                    lines.stream().filter(line -> line.startsWith("C ")).toList();
            Set<String> certain = new HashSet<>(confirmed);
            return lines.stream()
                    .filter(line -> line.startsWith("I "))
                    .flatMap(line -> entry(line, certain).stream())
                    .filter(entry -> entry.position() > position)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of issued numbers could not be read", e);
        }
    }

    private static Optional<Journal.Entry> entry(String line, Set<String> certain) {
        String[] words = line.split(" ", 4);
        return Issue.read(words[3])
                .map(issue -> new Journal.Entry(
                        Long.parseLong(words[1]), Instant.parse(words[2]), issue, certain.contains("C " + words[1])));
    }

    /** A line without its end was cut off by a crash: its commit never came. */
    private static List<String> whole(String text) {
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }
}
