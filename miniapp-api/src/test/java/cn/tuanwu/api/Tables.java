package cn.tuanwu.api;

import cn.tuanwu.servers.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the database holds, seen from outside. */
public final class Tables {

    private Tables() {}

    /** Rows per table. */
    public static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        String all = names().stream()
                .map(table -> "SELECT '" + table + "', COUNT(*) FROM " + table)
                .collect(Collectors.joining(" UNION ALL "));
        for (String row : rows(all)) {
            String[] parts = row.split(" \\| ");
            counts.put(parts[0], Long.valueOf(parts[1]));
        }
        return counts;
    }

    public static long number(String query) {
        return Long.parseLong(rows(query).get(0));
    }

    /** Every row as one line of text; bytes as Latin-1, so that a text in them is found. */
    public static List<String> rows(String query) {
        try (Connection connection = open(RunningApi.DATABASE);
                ResultSet found = connection.createStatement().executeQuery(query)) {
            List<String> lines = new ArrayList<>();
            while (found.next()) {
                lines.add(line(found));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything there is. */
    public static String dump() {
        StringBuilder dump = new StringBuilder();
        for (String table : names()) {
            dump.append("== ").append(table).append('\n');
            rows("SELECT * FROM " + table).forEach(row -> dump.append(row).append('\n'));
        }
        return dump.toString();
    }

    public static void run(TestServers.Database database, String statement) {
        try (Connection connection = open(database)) {
            connection.createStatement().executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what must happen in a transaction of its own. */
    public static Connection connection() throws SQLException {
        return open(RunningApi.DATABASE);
    }

    private static List<String> names() {
        return rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()");
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            values.add(
                    value instanceof byte[] bytes
                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                            : String.valueOf(value));
        }
        return String.join(" | ", values);
    }

    private static Connection open(TestServers.Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.ddlUser(), database.ddlPassword());
    }
}
