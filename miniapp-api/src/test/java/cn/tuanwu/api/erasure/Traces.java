package cn.tuanwu.api.erasure;

import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Looks for texts and bytes wherever something may rest. */
final class Traces {
    private static final int SHORTEST_BASE64 = 16;

    private Traces() {}

    /** Every table with every column: texts as they are, bytes as hex and as text, and what Base64 in a text says. */
    static Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = Tables.connection()) {
            for (String table :
                    Tables.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
                try (ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
                    tables.put(table, text(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tables;
    }

    private static String text(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                Object value = rows.getObject(column);
                if (value instanceof byte[] bytes) {
                    text.append(hex(bytes)).append(' ').append(new String(bytes, StandardCharsets.UTF_8));
                } else {
                    text.append(value).append(' ').append(decoded(String.valueOf(value)));
                }
                text.append(" | ");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String decoded(String text) {
        if (text.length() < SHORTEST_BASE64) {
            return "";
        }
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** In which tables one of these is, with what was found. */
    static List<String> found(Map<String, String> tables, Set<String> wanted) {
        List<String> found = new ArrayList<>();
        tables.forEach(
                (table, text) -> wanted.stream().filter(text::contains).forEach(one -> found.add(table + ": " + one)));
        return found;
    }

    /** Every sealed or hashed value of these rows, as hex. */
    static Set<String> bytesOf(String query) {
        Set<String> values = new TreeSet<>();
        try (Connection connection = Tables.connection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    if (rows.getObject(column) instanceof byte[] bytes && bytes.length >= SHORTEST_BASE64) {
                        values.add(hex(bytes));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** All keys and values, of whichever kind. */
    static String redis() {
        StringRedisTemplate redis = RunningApi.bean(StringRedisTemplate.class);
        StringBuilder all = new StringBuilder();
        for (String key : redis.keys("*")) {
            all.append(key).append(' ');
            switch (redis.type(key)) {
                case STRING -> all.append(redis.opsForValue().get(key));
                case HASH -> all.append(redis.opsForHash().entries(key));
                case SET -> all.append(redis.opsForSet().members(key));
                case ZSET -> all.append(redis.opsForZSet().range(key, 0, -1));
                case LIST -> all.append(redis.opsForList().range(key, 0, -1));
                default -> all.append("");
            }
            all.append('\n');
        }
        return all.toString();
    }

    /** Names and contents of all files of the house. */
    static List<String> files(Set<String> wanted) {
        Path folder = Path.of(RunningApi.context().getEnvironment().getProperty("TUANWU_FILES"));
        List<String> found = new ArrayList<>();
        for (Path root :
                List.of(folder, Path.of(System.getProperty("java.io.tmpdir")).resolve("tuanwu"))) {
            if (Files.notExists(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(file -> look(file, wanted, found));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static void look(Path file, Set<String> wanted, List<String> found) {
        try {
            String text = file + "\n" + new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            wanted.stream().filter(text::contains).forEach(one -> found.add(file.getFileName() + ": " + one));
        } catch (IOException e) {
            // Gone in this very moment: then nothing is in it.
        }
    }
}
