package cn.tuanwu.bot.inbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * The intake's own connections. A pool would ask a rested connection whether it lives before each use, which is a round trip
 * more, and lend it to others.
 */
@Component
class IntakeDatabase {
    private static final String INSERT =
            "INSERT INTO inbox" + " (id, source, event_key, event, payload, state, next_at, received_at) VALUES ";
    /** How long a new event waits for the worker of the process that kept it before anyone may take it. */
    private static final String ROW =
            "(?, ?, ?, ?, ?, 'DUE', DATE_ADD(UTC_TIMESTAMP(3), INTERVAL 3 SECOND), UTC_TIMESTAMP(3))";
    /** Only what is kept already passes in silence, not what the table does not accept. */
    private static final String KNOWN = " ON DUPLICATE KEY UPDATE event_key = event_key";

    private final JdbcConnectionDetails where;

    IntakeDatabase(JdbcConnectionDetails where) {
        this.where = where;
    }

    Line line() {
        return new Line();
    }

    /** Whether the same may work the next time: the connection broke, or others were in the way. */
    static boolean isOfTheMoment(SQLException e) {
        return e instanceof SQLRecoverableException
                || e instanceof SQLTransientException
                || String.valueOf(e.getSQLState()).startsWith("08");
    }

    /** One connection, opened when it is needed and again when it broke. */
    final class Line implements AutoCloseable {
        private Connection connection;

        /** @return how many were not kept before */
        int insert(List<Arrival> arrivals) throws SQLException {
            // In one order everywhere, so that two nodes with the same events don't lock each other out.
            List<Arrival> sorted = arrivals.stream()
                    .sorted((one, other) -> Arrays.compareUnsigned(one.key(), other.key()))
                    .toList();
            String sql = INSERT + String.join(", ", Collections.nCopies(sorted.size(), ROW)) + KNOWN;
            try (PreparedStatement insert = open().prepareStatement(sql)) {
                int at = 0;
                for (Arrival arrival : sorted) {
                    insert.setLong(++at, arrival.id());
                    insert.setString(++at, arrival.event().source().name());
                    insert.setBytes(++at, arrival.key());
                    insert.setString(++at, arrival.kind());
                    insert.setBytes(++at, arrival.payload());
                }
                return insert.executeUpdate();
            } catch (SQLException e) {
                close();
                throw e;
            }
        }

        /** The ids of those that stand in the table; the others were kept before, under another id. */
        Set<Long> present(List<Arrival> arrivals) throws SQLException {
            String sql = "SELECT id FROM inbox WHERE id IN ("
                    + String.join(", ", Collections.nCopies(arrivals.size(), "?")) + ")";
            try (PreparedStatement select = open().prepareStatement(sql)) {
                int at = 0;
                for (Arrival arrival : arrivals) {
                    select.setLong(++at, arrival.id());
                }
                Set<Long> ids = new HashSet<>();
                for (ResultSet found = select.executeQuery(); found.next(); ) {
                    ids.add(found.getLong(1));
                }
                return ids;
            } catch (SQLException e) {
                close();
                throw e;
            }
        }

        /** Opens the connection before it is needed; keeps a rested one from being cut on the way. */
        void keepAlive() {
            try {
                if (!open().isValid(1)) {
                    close();
                }
            } catch (SQLException e) {
                close();
            }
        }

        private Connection open() throws SQLException {
            if (connection == null) {
                Properties login = new Properties();
                login.setProperty("user", where.getUsername());
                login.setProperty("password", where.getPassword());
                // Counts a row that is there already as no row.
                login.setProperty("useAffectedRows", "true");
                login.setProperty("connectTimeout", "1500");
                login.setProperty("socketTimeout", "2000");
                connection = DriverManager.getConnection(where.getJdbcUrl(), login);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            return connection;
        }

        @Override
        public void close() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException e) {
                // It is not used any more.
            } finally {
                connection = null;
            }
        }
    }
}
