package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How to make a thing of each kind in another organisation: one row for each address with an id in it, and for each body
 * that names one. A new route needs a row only when its kind of id is new.
 */
final class Elsewhere {
    private static final AtomicInteger COUNT = new AtomicInteger(900_000);

    /** Makes it in that organisation and tells its id; null when no such thing can be there. */
    interface Thing {
        String in(long organisation);
    }

    /** By the address up to the id. */
    static final Map<String, Thing> BY_ADDRESS = new TreeMap<>(Map.of(
            "/api/console/invitations/{id}", Elsewhere::invitation,
            "/api/console/reviews/{id}", Elsewhere::reviewTask,
            "/api/console/pushes/{id}", organisation -> deadPush(),
            "/api/console/jobs/{id}", Elsewhere::job,
            "/api/console/accounts/{id}", Elsewhere::orgAccount,
            "/api/console/own-sessions/{id}", Elsewhere::session,
            "/api/work/reviews/{id}", Elsewhere::reviewTask));

    /** By the name of the field in a body; every such field there is is an organisation, or a thing of this table. */
    static final Map<String, Thing> BY_FIELD = Map.of("organisationId", Long::toString, "branchId", Long::toString);

    /** What else a route's body needs to be looked at at all. */
    static final Map<String, Map<String, Object>> BODIES = Map.of(
            "POST /api/console/reviews/{id}/decision", Map.of("decision", "APPROVE"),
            "POST /api/console/reviews/{id}/offline-pass", Map.of("explanation", "原件已核对，与本人一致", "photos", List.of("1")),
            "POST /api/work/reviews/{id}/decision", Map.of("decision", "APPROVE"),
            "PUT /api/console/accounts/{id}/role", Map.of("role", "VIEWER"),
            "POST /api/console/accounts", Map.of("login", "elsewhere-x", "role", "VIEWER"),
            "POST /api/console/invitations", Map.of("days", 3, "carrier", "LINK"));

    private Elsewhere() {}

    /** The row for a route with an id in its address. */
    static Optional<Thing> of(String route) {
        String address = route.split(" ")[1];
        return BY_ADDRESS.entrySet().stream()
                .filter(row -> address.equals(row.getKey()) || address.startsWith(row.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String invitation(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO invitation (id, code, organisation_id, issued_by, state, url, expires_at, created_at,"
                        + " carrier) VALUES (" + id + ", 'else-" + id + "', " + organisation
                        + ", 'org-account:321', 'READY', 'http://127.0.0.1/x', '2999-01-01', '2026-01-01', 'LINK')");
    }

    /** Members stand in branches only. */
    private static String reviewTask(long organisation) {
        if (!Tables.rows("SELECT kind FROM organisation WHERE id = " + organisation)
                .contains("BRANCH")) {
            return null;
        }
        Answer submitted = People.member()
                .post("/api/registration/submit", People.profileWith("branchId", Long.toString(organisation)));
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return Tables.rows("SELECT MAX(id) FROM review_task WHERE branch_id = " + organisation)
                .get(0);
    }

    private static String orgAccount(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO org_account (id, organisation_id, login, password_hash, role) VALUES (" + id + ", "
                        + organisation + ", 'else-" + id + "', 'locked', 'VIEWER')");
    }

    private static String session(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO console_session (id, who, organisation_id, label, opened_at, seen_at) VALUES (" + id
                        + ", 'org-account:321', " + organisation + ", 'x', '2026-01-01', '2026-01-01')");
    }

    private static String job(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO job (id, kind, actor, seat_name, organisation_id, role, parameters_sealed, state, file_name,"
                        + " file_type, next_at, created_at, ended_at) VALUES (" + id
                        + ", 'x', 'org-account:321', 'x', " + organisation
                        + ", 'ADMIN', 'x', 'DONE', 'x', 'text/plain', '2999-01-01', '2026-01-01', NOW(3))");
    }

    /** Of nobody's branch: what can't be placed is nobody's but the root's. */
    private static String deadPush() {
        return "1";
    }

    private static String made(int id, String statement) {
        Tables.run(RunningApi.DATABASE, statement);
        return Integer.toString(id);
    }
}
