package cn.tuanwu.api.number;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Segments and single numbers through the console's door. */
@Tag("console")
class ConsoleNumbersTest {
    private static final int YEAR =
            java.time.LocalDate.now(java.time.ZoneOffset.ofHours(8)).getYear();
    private static final String NUMBERS = "/api/console/numbers";
    private static Client root;
    private static Client maths;
    private static Client physics;

    @BeforeAll
    static void theRootHasNumbersAndTheSchoolSome() {
        Tables.run(
                RunningApi.DATABASE,
                "INSERT IGNORE INTO org_account (id, organisation_id, login, password_hash)"
                        + " SELECT 401, 1, 'the-root', password_hash FROM org_account WHERE id = 301");
        root = People.committee("the-root");
        maths = People.committee("sx-tuanwei");
        physics = People.committee("wl-tuanwei");
        assertThat(root.post(NUMBERS + "/declarations", Map.of("start", number(0), "end", number(999)))
                        .status())
                .isEqualTo(201);
        assertThat(allocate(root, row(100, 0, 99)).status()).isEqualTo(201);
    }

    @Test
    void severalBranchesGetTheirRunsAtOnceOrNoneDoes() {
        Answer refused = allocate(maths, row(1001, 0, 9), row(1002, 9, 12), row(1003, 13, 12));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("rows[2].end");
        assertThat(refused.text("/errors/0/code")).isEqualTo("SEGMENT_BACKWARDS");
        Answer overlap = allocate(maths, row(1001, 0, 9), row(1002, 9, 12));
        assertThat(overlap.text("/errors/0/field")).isEqualTo("rows[1].start");
        assertThat(overlap.text("/errors/0/message")).contains("数学2301团支部");
        Answer done = allocate(maths, row(1001, 0, 9), row(1002, 10, 12), row(1003, 13, 13));
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        Answer ledger = maths.get(NUMBERS + "/segments?organisation=1002");
        assertThat(ledger.text("/items/0/range/start")).isEqualTo(number(10));
        assertThat(ledger.text("/items/0/free")).isEqualTo("3");
        Answer sums = maths.get(NUMBERS + "/usage");
        assertThat(sums.text("/own/held")).isEqualTo("100");
        assertThat(physics.get(NUMBERS + "/usage?organisation=1002").status()).isEqualTo(404);
        assertThat(physics.get(NUMBERS + "/segments?organisation=1002").code()).isEqualTo("ORGANISATION_UNKNOWN");
        String segment = ledger.text("/items/0/id");
        assertThat(physics.post(NUMBERS + "/segments/" + segment + "/reclaim", Map.of())
                        .code())
                .isEqualTo("SEGMENT_UNKNOWN");
        assertThat(physics.get(NUMBERS + "/segments/" + segment + "/numbers").code())
                .isEqualTo("SEGMENT_UNKNOWN");
        Answer next = maths.post(NUMBERS + "/next", Map.of("branch", "1002"));
        assertThat(next.text("/number")).isEqualTo(number(10));
        assertThat(maths.post(NUMBERS + "/void", Map.of("number", number(11), "reason", "志愿书破损"))
                        .status())
                .isEqualTo(200);
        assertThat(maths.post(NUMBERS + "/segments/" + segment + "/reclaim", Map.of())
                        .text("/numbers"))
                .isEqualTo("1");
    }

    @Test
    void theFenceIsOpenAndTellsNobodyBelowTheRootWhatIsMissing() {
        Answer fence = maths.get(NUMBERS + "/fence");
        assertThat(fence.text("/closed")).isEqualTo("false");
        assertThat(fence.text("/mayConfirm")).isEqualTo("false");
        assertThat(maths.post(NUMBERS + "/fence/confirm", Map.of("database", 1, "issued", 2))
                        .code())
                .isEqualTo("NOT_ROOT");
        assertThat(root.post(NUMBERS + "/fence/confirm", Map.of("database", 1, "issued", 2))
                        .code())
                .isEqualTo("LEDGER_MOVED_ON");
    }

    private static Answer allocate(Client client, Map<?, ?>... rows) {
        return client.post(NUMBERS + "/allocations", Map.of("rows", List.of(rows)));
    }

    private static Map<String, String> row(long organisation, int first, int last) {
        return Map.of("organisation", Long.toString(organisation), "start", number(first), "end", number(last));
    }

    private static String number(int serial) {
        return YEAR + "44" + String.format("%06d", 700_000 + serial);
    }
}
