package cn.tuanwu.sandbox.story;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the database of a running demo and says what does not add up. */
final class Ledger {
    /** What must not be: each query names the faulty rows. */
    private static final Map<String, String> NEVER = Map.of(
            "a decision without exactly one push to the member",
            "SELECT t.id FROM review_task t WHERE t.state IN ('APPROVED', 'RETURNED')"
                    + " AND t.kind NOT IN ('REBINDING', 'FORM', 'TRANSFER', 'APPEAL', 'LEAVING')"
                    + " AND (SELECT COUNT(*) FROM outbox o WHERE o.kind = 'MEMBER_RESULT' AND o.subject_id = t.id) <> 1",
            "a push to a member about something undecided",
            "SELECT o.id FROM outbox o JOIN review_task t ON t.id = o.subject_id"
                    + " WHERE o.kind = 'MEMBER_RESULT' AND t.state NOT IN ('APPROVED', 'RETURNED')",
            "an approved registration that is not one member",
            "SELECT r.id FROM registration r WHERE r.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')"
                    + " AND (SELECT COUNT(*) FROM member m WHERE m.registration_id = r.id) <> 1",
            "a member without an approved registration",
            "SELECT m.id FROM member m JOIN registration r ON r.id = m.registration_id"
                    + " WHERE r.state NOT IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')",
            "a pending registration without exactly one open task",
            "SELECT r.id FROM registration r WHERE r.state IN ('PENDING', 'EDIT_PENDING')"
                    + " AND (SELECT COUNT(*) FROM review_task t WHERE t.live_registration = r.id) <> 1",
            "a decision without its audit line",
            "SELECT t.id FROM review_task t WHERE t.state IN ('APPROVED', 'RETURNED') AND (SELECT COUNT(*) FROM audit a"
                    + " WHERE a.subject_kind = 'review-task' AND a.subject_id = t.id) <> 1",
            "a card left open after the end of its task",
            "SELECT c.id FROM review_card c JOIN review_task t ON t.id = c.task_id"
                    + " WHERE t.state <> 'OPEN' AND c.state = 'SENT'",
            "a dead letter",
            "SELECT id FROM outbox WHERE state = 'DEAD' UNION ALL SELECT id FROM inbox WHERE state = 'DEAD'");

    private final Map<String, String> environment;

    Ledger(Map<String, String> environment) {
        this.environment = environment;
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        NEVER.forEach((name, query) -> {
            List<String> rows = ask(query);
            if (!rows.isEmpty()) {
                faults.add(name + ": " + rows);
            }
        });
        return faults;
    }

    /** What is still to be done, kind by kind; not what is only meant for another day, such as reminders, or the morning. */
    List<String> unsettled(String... others) {
        List<String> open = new ArrayList<>(open());
        open.removeIf(line -> Arrays.stream(others).anyMatch(line::startsWith));
        return open;
    }

    private List<String> open() {
        return ask(
                "SELECT CONCAT(kind, ' ', state, ' ', COALESCE(last_error, '')) FROM outbox"
                        + " WHERE state IN ('DUE', 'CLAIMED')"
                        + " AND NOT (attempts = 0 AND next_at > DATE_ADD(UTC_TIMESTAMP(3), INTERVAL 2 MINUTE))"
                        + " AND NOT (state = 'DUE' AND COALESCE(last_error, '') = 'quiet hours')"
                        + " UNION ALL SELECT CONCAT(event, ' ', state) FROM inbox WHERE state IN ('DUE', 'CLAIMED', 'REPLIED')");
    }

    /** Whether a worker may just now be sending a review card. */
    boolean hasCardOnItsWay() {
        return !ask("SELECT id FROM outbox WHERE kind = 'REVIEW_CARD' AND state = 'CLAIMED'")
                .isEmpty();
    }

    /** Whether nothing is due and nobody holds anything. */
    boolean isNobodyAtWork() {
        String busy =
                "SELECT id FROM %s WHERE state IN ('CLAIMED', 'REPLIED') OR (state = 'DUE' AND next_at <= UTC_TIMESTAMP(3))";
        return ask(busy.formatted("inbox") + " UNION ALL " + busy.formatted("outbox"))
                .isEmpty();
    }

    /** A dead worker's lease ends now; nobody has to wait for it. */
    void endLeasesOf(List<String> dead) {
        for (String owner : dead) {
            for (String table : List.of("inbox", "outbox")) {
                change("UPDATE " + table + " SET next_at = UTC_TIMESTAMP(3) WHERE state IN ('CLAIMED', 'REPLIED')"
                        + " AND next_at > UTC_TIMESTAMP(3) AND lease_owner LIKE '" + owner + "%'");
            }
        }
    }

    /** The applications are at work on the same rows: what a deadlock ends is done again. */
    void change(String statement) {
        for (boolean done = false; !done; ) {
            try (var connection = connect();
                    var open = connection.createStatement()) {
                open.executeUpdate(statement);
                done = true;
            } catch (SQLTransactionRollbackException again) {
                Thread.onSpinWait();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                environment.get("TUANWU_DB_URL"),
                environment.get("TUANWU_DB_USER"),
                environment.get("TUANWU_DB_PASSWORD"));
    }

    List<String[]> pairs(String query) {
        String both = query.replaceFirst("SELECT (\\w+), (\\w+)", "SELECT CONCAT($1, ' ', $2)");
        return ask(both).stream().map(row -> row.split(" ")).toList();
    }

    List<String> ask(String query) {
        List<String> rows = new ArrayList<>();
        try (var connection = connect();
                var found = connection.createStatement().executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
