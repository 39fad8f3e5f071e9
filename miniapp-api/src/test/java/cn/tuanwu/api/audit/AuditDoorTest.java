package cn.tuanwu.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading the audit of a subtree. */
@Tag("console")
class AuditDoorTest {
    private static final String AUDIT = "/api/console/audit";
    private final Client auditor = People.committee("sx-auditor");

    // Break: in AuditRows.find, leave out the look at the path.
    @Test
    void anAuditorReadsTheirSubtreeAndNothingElse() {
        invite("wl-tuanwei", "1101");
        invite("sx-tuanwei", "1001");
        Answer lines = auditor.get(AUDIT + "?action=invitation.issued");
        assertThat(lines.text("/items/0/actionName")).isEqualTo("制作报到码");
        assertThat(lines.text("/items/0/actorName")).isEqualTo("数学学院团委 · sx-tuanwei");
        assertThat(Tables.rows("SELECT DISTINCT organisation_id FROM audit WHERE id IN (" + ids(lines) + ")"))
                .isSubsetOf("1001", "1002", "1003", "100");
    }

    // Break: in AuditBook.search, leave out the append.
    @Test
    void readingIsALineItself() {
        long before = searches();
        auditor.get(AUDIT);
        assertThat(searches()).isEqualTo(before + 1);
        assertThat(auditor.get(AUDIT).text("/items/0/action")).isEqualTo("audit.searched");
    }

    // Break: in AuditRows.find, order by id without DESC.
    @Test
    void pagesFollowEachOtherNewestFirstWithoutGapOrRepetition() {
        for (int i = 0; i < 120; i++) {
            Tables.run(
                    RunningApi.DATABASE,
                    "INSERT INTO audit (id, happened_at, organisation_id, actor, action, subject_kind, subject_id)"
                            + " VALUES (" + (7000 + i)
                            + ", '2020-01-01 00:00:00', 1001, 'staff:7777', 'paged', 'x', 1)");
        }
        List<Long> seen = new ArrayList<>();
        String before = "";
        do {
            Answer page = auditor.get(AUDIT + "?actor=staff:7777&before=" + before);
            page.json()
                    .path("items")
                    .forEach(line -> seen.add(Long.valueOf(line.path("id").asString())));
            before = page.text("/next");
        } while (before != null);
        assertThat(seen)
                .hasSize(120)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .doesNotHaveDuplicates();
    }

    @Test
    void timeAndSubjectNarrowIt() {
        assertThat(auditor.get(AUDIT + "?from=2999-01-01T00:00:00Z").json().path("items"))
                .isEmpty();
        assertThat(auditor.get(AUDIT + "?to=2999-01-01T00:00:00Z&subjectKind=organisation&subjectId=100")
                        .json()
                        .path("items"))
                .isNotEmpty();
        assertThat(auditor.get(AUDIT + "?from=yesterday").errors()).containsExactly("from:FORMAT_INVALID");
    }

    @Test
    void everyActionIsOfferedInWords() {
        assertThat(auditor.get(AUDIT + "/actions").body()).contains("审核通过");
    }

    private static void invite(String login, String branch) {
        Answer made = People.committee(login).post("/api/console/invitations", Map.of("branchId", branch, "days", 3));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private static String ids(Answer lines) {
        List<String> ids = new ArrayList<>();
        lines.json().path("items").forEach(line -> ids.add(line.path("id").asString()));
        assertThat(ids).isNotEmpty();
        return String.join(",", ids);
    }

    private static long searches() {
        return Tables.number("SELECT COUNT(*) FROM audit WHERE action = 'audit.searched'");
    }
}
