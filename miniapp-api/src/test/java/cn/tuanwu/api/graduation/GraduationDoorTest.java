package cn.tuanwu.api.graduation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.Tables;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 学社衔接 over the wire: what nobody means changes nothing. */
@Tag("transfers")
class GraduationDoorTest {
    private static final String DOOR = "/api/console/graduation/";
    private static final long BRANCH = 1955;
    private static final String SAID = "SELECT month FROM graduation WHERE branch_id = " + BRANCH;

    private final Client above = People.committee("sx-tuanwei");

    @BeforeAll
    static void aBranch() {
        Cohort.branch(BRANCH, 100, "要毕业的团支部");
    }

    /** Break: in GraduationController.chosen, refuse nothing. */
    @Test
    void whatIsNoChoiceTakesNothingAway() {
        String member = Cohort.members(BRANCH, 1).get(0).toString();
        List<String> branch = List.of("" + BRANCH);
        above.post(DOOR + "branches", Map.of("branchIds", branch, "month", "2026-06"));
        Answer reason = above.post(DOOR + "branches", Map.of("branchIds", branch, "none", "TEACHER"));
        assertThat(reason.errors()).containsExactly("none:GRADUATION_CHOICE_UNKNOWN");
        assertThat(Tables.rows(SAID)).containsExactly("2026-06");
        above.post(DOOR + "members", Map.of("registrationIds", List.of(member), "mark", "STAYS"));
        Answer mark = above.post(DOOR + "members", Map.of("registrationIds", List.of(member), "mark", "stays"));
        assertThat(mark.errors()).containsExactly("mark:GRADUATION_CHOICE_UNKNOWN");
        assertThat(Tables.rows("SELECT kind FROM graduation_mark WHERE registration_id = " + member))
                .containsExactly("STAYS");
        assertThat(above.post(DOOR + "branches", Map.of("branchIds", branch)).status())
                .isEqualTo(200);
        assertThat(Tables.rows(SAID)).isEmpty();
    }

    /** Break: in GraduationDesk.branches, look behind whatever was asked for. */
    @Test
    void aPlaceNoPageEndedAtIsTheBeginning() {
        Answer page = above.get(DOOR + "branches?after=%E4%B8%AD");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.json().path("items"))
                .hasSameSizeAs(above.get(DOOR + "branches").json().path("items"));
    }

    /** Break: take the door out of LargerBody. */
    @Test
    void aSheetMayBeAsLargeAsItsRefusalSays() {
        Answer sheet = above.send(above.request(DOOR + "sheets")
                .header("Idempotency-Key", Client.key())
                .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024])));
        assertThat(sheet.code()).isEqualTo("SHEET_UNREADABLE");
    }
}
