package cn.tuanwu.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is true of a house at any moment, however its members go from branch to branch. */
final class TransferInvariants {
    /** Each finds what breaks it. */
    private static final Map<String, String> RULES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "a member is in the branch of the registration, and that is open",
                    "SELECT m.id FROM member m JOIN registration r ON r.id = m.registration_id"
                            + " LEFT JOIN organisation o ON o.id = m.branch_id AND o.kind = 'BRANCH'"
                            + " AND o.state = 'OPEN' WHERE m.branch_id <> r.branch_id OR o.id IS NULL"),
            Map.entry(
                    "one open transfer at most, and the record is held exactly then",
                    "SELECT r.id FROM registration r LEFT JOIN transfer t ON t.registration_id = r.id"
                            + " AND t.state = 'OPEN' GROUP BY r.id, r.transferring HAVING COUNT(t.id) <> r.transferring"),
            Map.entry(
                    "an open transfer has one current node, whose number it says",
                    "SELECT t.id FROM transfer t LEFT JOIN transfer_node n ON n.transfer_id = t.id"
                            + " AND n.state = 'CURRENT' WHERE t.state = 'OPEN' GROUP BY t.id, t.node_no"
                            + " HAVING COUNT(n.no) <> 1 OR MAX(n.no) <> t.node_no"),
            Map.entry(
                    "its one task is open for the organisation of that node",
                    "SELECT t.id FROM transfer t JOIN transfer_node n ON n.transfer_id = t.id AND n.no = t.node_no"
                            + " LEFT JOIN review_task k ON k.transfer_id = t.id AND k.state = 'OPEN'"
                            + " AND k.transfer_node = t.node_no AND k.branch_id = n.organisation_id"
                            + " WHERE t.state = 'OPEN' GROUP BY t.id HAVING COUNT(k.id) <> 1"),
            Map.entry(
                    "what is over has no open task",
                    "SELECT k.id FROM review_task k JOIN transfer t ON t.id = k.transfer_id"
                            + " WHERE k.state = 'OPEN' AND t.state <> 'OPEN'"),
            Map.entry(
                    "nobody before the current node is still to be asked",
                    "SELECT n.transfer_id FROM transfer_node n JOIN transfer t ON t.id = n.transfer_id"
                            + " WHERE n.no < t.node_no AND n.state IN ('AHEAD', 'CURRENT')"),
            Map.entry(
                    "who agreed was asked, or started it",
                    "SELECT n.transfer_id FROM transfer_node n JOIN transfer t ON t.id = n.transfer_id"
                            + " LEFT JOIN review_task k ON k.transfer_id = n.transfer_id AND k.transfer_node = n.no"
                            + " AND k.state = 'APPROVED' WHERE n.state = 'AGREED' AND k.id IS NULL"
                            + " AND n.decided_at <> t.started_at AND NOT EXISTS (SELECT 1 FROM transfer_appeal a"
                            + " WHERE a.transfer_id = n.transfer_id AND a.node_no = n.no AND a.state = 'ACCEPTED')"),
            Map.entry(
                    "an open appeal is against a return, beside no open transfer, and waits for whom it says",
                    "SELECT a.transfer_id FROM transfer_appeal a JOIN transfer t ON t.id = a.transfer_id"
                            + " LEFT JOIN transfer o ON o.open_of = a.registration_id"
                            + " LEFT JOIN review_task k ON k.appeal_id = a.transfer_id AND k.state = 'OPEN'"
                            + " AND k.branch_id = a.organisation_id WHERE a.state = 'OPEN'"
                            + " AND (t.state <> 'RETURNED' OR o.id IS NOT NULL OR k.id IS NULL)"),
            Map.entry(
                    "an appeal that is over has no open task",
                    "SELECT k.id FROM review_task k JOIN transfer_appeal a ON a.transfer_id = k.appeal_id"
                            + " WHERE k.state = 'OPEN' AND a.state <> 'OPEN'"),
            Map.entry(
                    "an appeal that was right overruled its node, one that was not left the return",
                    "SELECT a.transfer_id FROM transfer_appeal a JOIN transfer t ON t.id = a.transfer_id"
                            + " JOIN transfer_node n ON n.transfer_id = a.transfer_id AND n.no = a.node_no"
                            + " WHERE (a.state = 'ACCEPTED') <> (n.state = 'AGREED')"
                            + " OR (a.state <> 'ACCEPTED' AND t.state <> 'RETURNED')"),
            Map.entry(
                    "a letter stands for each transfer out of the province that is done, one valid for a member",
                    "SELECT t.id FROM transfer t LEFT JOIN transfer_letter l ON l.transfer_id = t.id"
                            + " WHERE (l.transfer_id IS NOT NULL) <> (t.kind = 'OUTSIDE' AND t.state = 'DONE')"
                            + " UNION SELECT registration_id FROM transfer_letter WHERE state = 'ISSUED'"
                            + " GROUP BY registration_id HAVING COUNT(*) > 1"),
            Map.entry(
                    "each organisation it touches has it in its lists, where it stands",
                    "SELECT l.transfer_id FROM transfer_line l JOIN transfer t ON t.id = l.transfer_id"
                            + " JOIN organisation o ON o.id = l.organisation_id"
                            + " LEFT JOIN transfer_node n ON n.transfer_id = t.id AND n.state = 'CURRENT'"
                            + " LEFT JOIN organisation c ON c.id = n.organisation_id"
                            + " WHERE l.phase <> CASE WHEN t.state <> 'OPEN' THEN t.state WHEN c.id = o.id THEN 'HERE'"
                            + " WHEN c.path LIKE CONCAT(o.path, '%') THEN 'BELOW' ELSE 'AWAY' END"),
            Map.entry(
                    "and no other",
                    "SELECT t.id FROM transfer t WHERE (SELECT COUNT(*) FROM transfer_line l WHERE l.transfer_id = t.id)"
                            + " <> (SELECT COUNT(DISTINCT o.id) FROM organisation b JOIN organisation o"
                            + " ON b.path LIKE CONCAT(o.path, '%') WHERE b.id IN"
                            + " (t.from_branch_id, t.target_id, t.to_branch_id))"),
            Map.entry(
                    "done is what all agreed to",
                    "SELECT t.id FROM transfer t JOIN transfer_node n ON n.transfer_id = t.id"
                            + " WHERE t.state = 'DONE' AND n.state NOT IN ('AGREED', 'SKIPPED')"),
            Map.entry(
                    "what is done is in the histories of both branches, and nothing else",
                    "SELECT t.id FROM transfer t LEFT JOIN transfer_passage p ON p.transfer_id = t.id"
                            + " GROUP BY t.id, t.state, t.kind HAVING COUNT(p.direction) <> CASE WHEN t.state <> 'DONE'"
                            + " THEN 0 WHEN t.kind = 'OUTSIDE' THEN 1 ELSE 2 END"),
            Map.entry(
                    "and in the member's own",
                    "SELECT t.registration_id FROM transfer t WHERE (SELECT COUNT(*) FROM transfer d"
                            + " WHERE d.registration_id = t.registration_id AND d.state = 'DONE') <> (SELECT COUNT(*)"
                            + " FROM registration_step s WHERE s.registration_id = t.registration_id"
                            + " AND s.what = 'TRANSFERRED')"),
            Map.entry(
                    "a member's line stands in the branch and above it, nowhere else",
                    "SELECT r.id FROM registration r JOIN organisation b ON b.id = r.branch_id WHERE"
                            + " (SELECT COUNT(*) FROM member_line l JOIN organisation o ON o.id = l.organisation_id"
                            + " WHERE l.registration_id = r.id AND b.path LIKE CONCAT(o.path, '%'))"
                            + " <> CHAR_LENGTH(b.path) - CHAR_LENGTH(REPLACE(b.path, '/', '')) - 1"
                            + " OR (SELECT COUNT(*) FROM member_line l WHERE l.registration_id = r.id)"
                            + " <> CHAR_LENGTH(b.path) - CHAR_LENGTH(REPLACE(b.path, '/', '')) - 1"),
            Map.entry(
                    "the counters count the lines",
                    "SELECT o.id FROM organisation o WHERE COALESCE((SELECT SUM(c.members) FROM member_count c"
                            + " WHERE c.organisation_id = o.id), 0) <> (SELECT COUNT(*) FROM member_line l"
                            + " WHERE l.organisation_id = o.id)"),
            Map.entry(
                    "and those of the forms theirs",
                    "SELECT o.id FROM organisation o WHERE COALESCE((SELECT SUM(c.members) FROM form_count c"
                            + " WHERE c.organisation_id = o.id), 0) <> (SELECT COUNT(*) FROM form_line l"
                            + " WHERE l.organisation_id = o.id)")));

    private final JdbcTemplate database;
    private final int members;
    private final List<String> numbers;

    TransferInvariants(JdbcTemplate database, int members) {
        this.database = database;
        this.members = members;
        this.numbers = numbers();
    }

    /** The rules that do not hold, each with what breaks it. */
    Set<String> broken() {
        Set<String> broken = new TreeSet<>();
        RULES.forEach((rule, sql) -> {
            List<Long> found = database.queryForList(sql, Long.class);
            if (!found.isEmpty()) {
                broken.add(rule + ": " + found);
            }
        });
        if (database.queryForObject("SELECT COUNT(*) FROM member", Integer.class) != members) {
            broken.add("nobody comes, nobody is lost");
        }
        if (!numbers().equals(numbers)) {
            broken.add("everybody keeps their number");
        }
        return broken;
    }

    int finished() {
        return database.queryForObject("SELECT COUNT(*) FROM transfer WHERE state = 'DONE'", Integer.class);
    }

    private List<String> numbers() {
        return database.queryForList(
                "SELECT CONCAT(id, ' ', member_number) FROM registration ORDER BY id", String.class);
    }
}
