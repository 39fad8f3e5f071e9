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
    static final Map<String, Thing> BY_ADDRESS = new TreeMap<>(Map.ofEntries(
            Map.entry("/api/console/accounts/{id}", Elsewhere::orgAccount),
            Map.entry("/api/console/ceremonies/{id}", Elsewhere::ceremony),
            Map.entry("/api/console/changes/{id}", Elsewhere::change),
            Map.entry("/api/console/forms/{id}", Elsewhere::form),
            Map.entry("/api/console/graduation/batches/{id}", Elsewhere::graduateBatch),
            Map.entry("/api/console/intakes/{id}", Elsewhere::intake),
            Map.entry("/api/console/invitations/{id}", Elsewhere::invitation),
            Map.entry("/api/console/jobs/{id}", Elsewhere::job),
            Map.entry("/api/console/leavings/{id}", Elsewhere::leaving),
            Map.entry("/api/console/members/{id}", Elsewhere::member),
            Map.entry("/api/console/numbers/segments/{id}", Elsewhere::segment),
            Map.entry("/api/console/organisations/{id}", Long::toString),
            Map.entry("/api/console/own-sessions/{id}", Elsewhere::session),
            Map.entry("/api/console/pushes/{id}", organisation -> deadPush()),
            Map.entry("/api/console/review-batches/{id}", Elsewhere::reviewBatch),
            Map.entry("/api/console/reviews/{id}", Elsewhere::reviewTask),
            Map.entry("/api/console/transfers/{id}", Elsewhere::transfer),
            Map.entry("/api/work/captures/{id}", organisation -> batch()),
            Map.entry("/api/work/ceremonies/{id}", Elsewhere::ceremony),
            Map.entry("/api/work/reviews/{id}", Elsewhere::reviewTask),
            Map.entry("/api/work/transfers/{id}", Elsewhere::transfer)));

    /**
     * By the name of the field in a body: an organisation, or a thing of the table above. Whoever asks for a move or a merge
     * may name any target: its own superiors have to agree, so that field has a row that makes nothing.
     */
    static final Map<String, Thing> BY_FIELD = Map.ofEntries(
            Map.entry("branch", Long::toString),
            Map.entry("branchId", Long::toString),
            Map.entry("branchIds", Long::toString),
            Map.entry("organisation", Long::toString),
            Map.entry("organisationId", Long::toString),
            Map.entry("parentId", Long::toString),
            Map.entry("registrationId", Elsewhere::member),
            Map.entry("registrationIds", Elsewhere::formHolder),
            Map.entry("targetId", organisation -> null),
            Map.entry("taskIds", Elsewhere::reviewTask),
            Map.entry("transferBatchId", Long::toString));

    /** What else a route's body needs to be looked at at all. */
    static final Map<String, Map<String, Object>> BODIES = Map.ofEntries(
            Map.entry("POST /api/console/reviews/{id}/decision", Map.of("decision", "APPROVE")),
            Map.entry(
                    "POST /api/console/reviews/{id}/offline-pass",
                    Map.of("explanation", "原件已核对，与本人一致", "photos", List.of("1"))),
            Map.entry("POST /api/work/reviews/{id}/decision", Map.of("decision", "APPROVE")),
            Map.entry("POST /api/console/review-batches", Map.of("decision", "APPROVE")),
            Map.entry("POST /api/console/graduation/branches", Map.of("month", "2027-06")),
            Map.entry("POST /api/console/graduation/members", Map.of("mark", "STAYS")),
            Map.entry("POST /api/console/graduation/members/search", Map.of("until", "2027-06")),
            Map.entry(
                    "POST /api/console/graduation/batches",
                    Map.of("until", "2027-06", "kind", "INSIDE", "reason", "WORK", "targetId", "1001")),
            Map.entry("PUT /api/console/accounts/{id}/role", Map.of("role", "VIEWER")),
            Map.entry("POST /api/console/accounts", Map.of("login", "elsewhere-x", "role", "VIEWER")),
            Map.entry("POST /api/console/invitations", Map.of("days", 3, "carrier", "LINK")),
            Map.entry(
                    "POST /api/console/organisations",
                    Map.of("name", "新的团支部", "shortName", "新支部", "kind", "BRANCH", "code", "4401019999")),
            Map.entry("POST /api/console/organisations/{id}/rename", Map.of("name", "新的名称", "shortName", "新名")),
            Map.entry("POST /api/console/organisations/{id}/move", Map.of("targetId", "1", "reason", "隶属调整")),
            Map.entry("POST /api/console/organisations/{id}/merge", Map.of("targetId", "1001", "reason", "人数不足")),
            Map.entry("POST /api/console/organisations/{id}/close", Map.of("reason", "毕业")),
            Map.entry(
                    "POST /api/console/organisations/{id}/operators",
                    Map.of("phone", registered(), "name", "周一", "role", "OPERATOR")),
            Map.entry("POST /api/console/organisations/{id}/operators/{staff}/role", Map.of("role", "VIEWER")),
            Map.entry("POST /api/console/organisations/{id}/operators/{staff}/userid", Map.of("userid", "zhouyi1")),
            Map.entry("POST /api/console/changes/{id}/refuse", Map.of("reason", "不同意")),
            Map.entry("POST /api/console/leavings/{id}/withdraw", Map.of("reason", "不办了")),
            Map.entry("POST /api/console/members/{id}/leaving", Map.of("kind", "VOLUNTARY", "words", "本人申请")),
            Map.entry(
                    "POST /api/console/members/{id}/leaving/postpone",
                    Map.of("until", java.time.LocalDate.now().plusDays(30).toString(), "words", "手续办理中")),
            Map.entry("POST /api/console/members/{id}/reveal", Map.of("field", "PHONE", "reason", "CONTACT")));

    private Elsewhere() {}

    private static String registered() {
        String phone = People.phone();
        People.member(phone);
        return phone;
    }

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

    /** The member's line is that of the registration. */
    private static String member(long organisation) {
        return reviewTask(organisation) == null
                ? null
                : Tables.rows("SELECT MAX(id) FROM registration WHERE branch_id = " + organisation)
                        .get(0);
    }

    private static String leaving(long organisation) {
        String registration = member(organisation);
        int id = COUNT.incrementAndGet();
        return registration == null
                ? null
                : made(
                        id,
                        "INSERT INTO leaving_request (id, registration_id, account_id, branch_id, kind, state,"
                                + " started_side, started_by, started_name, started_at, asked_id) SELECT " + id
                                + ", id, account_id, branch_id, 'VOLUNTARY', 'SUPERIOR', 'BRANCH', 'staff:1', '某人',"
                                + " '2026-01-01', 1 FROM registration WHERE id = " + registration);
    }

    private static String form(long organisation) {
        String registration = formHolder(organisation);
        return registration == null
                ? null
                : Tables.rows("SELECT id FROM form WHERE registration_id = " + registration)
                        .get(0);
    }

    /** Someone there with a formal form. */
    private static String formHolder(long organisation) {
        String registration = member(organisation);
        if (registration == null) {
            return null;
        }
        int id = COUNT.incrementAndGet();
        made(
                id,
                "INSERT INTO form (id, registration_id, state, edition, pages, bytes, source, original_hash, content_hash,"
                        + " filed_by, filed_name, filed_at) VALUES (" + id + ", " + registration
                        + ", 'FORMAL', 1, 1, 1, 'DESK', UNHEX(SHA2('" + id + "', 256)), UNHEX(SHA2('" + id
                        + "', 256)), 'org-account:321', 'x', '2026-01-01')");
        made(
                id,
                "INSERT INTO form_line (organisation_id, registration_id, state, due, name) VALUES (" + organisation
                        + ", " + registration + ", 'FORMAL', '9999-12-31', 'x')");
        return registration;
    }

    private static String ceremony(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO ceremony (id, organisation_id, held_at, place, theme, host, oath_leader, attendance, programme,"
                        + " recorded_by, recorded_name, recorded_at) VALUES (" + id + ", " + organisation
                        + ", '2025-05-04', 'x', 'x', 'x', 'x', 1, 'OATH', 'org-account:321', 'x', '2026-01-01')");
    }

    private static String transfer(long organisation) {
        String registration = member(organisation);
        if (registration == null) {
            return null;
        }
        int id = COUNT.incrementAndGet();
        made(
                id,
                "INSERT INTO transfer (id, registration_id, kind, reason, from_branch_id, state, started_side, started_by,"
                        + " started_at, expires_at) VALUES (" + id + ", " + registration + ", 'OUTSIDE', 'WORK', "
                        + organisation + ", 'RETURNED', 'MEMBER', 'account:1', '2026-01-01', '2026-02-01')");
        return made(
                id,
                "INSERT INTO transfer_line (organisation_id, transfer_id, direction, phase, started_at, name_blind)"
                        + " VALUES (" + organisation + ", " + id
                        + ", 'OUT', 'RETURNED', '2026-01-01', UNHEX(SHA2('x', 256)))");
    }

    private static String change(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO org_change (id, kind, organisation_id, state, decider_id, asked_from, asked_by, asked_at,"
                        + " reason) VALUES (" + id + ", 'RENAME', " + organisation + ", 'REFUSED', 1, " + organisation
                        + ", 'org-account:321', '2026-01-01', 'x')");
    }

    private static String intake(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO intake (id, actor, organisation_id, state, created_at) VALUES (" + id
                        + ", 'org-account:321', " + organisation + ", 'CHECKED', NOW(3))");
    }

    private static String graduateBatch(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO graduate_batch (id, actor, organisation_id, state, created_at) VALUES (" + id
                        + ", 'org-account:321', " + organisation + ", 'CHECKED', NOW(3))");
    }

    private static String reviewBatch(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO review_batch (id, actor, organisation_id, state, verdict, created_at) VALUES (" + id
                        + ", 'org-account:321', " + organisation + ", 'DECIDING', 'APPROVE', NOW(3))");
    }

    private static String segment(long organisation) {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO number_segment (id, parent_id, organisation_id, prefix, first_serial, last_serial,"
                        + " allocated_by, allocated_at) VALUES (" + id + ", NULL, " + organisation
                        + ", '199944', 1, 1, 'org-account:321', '2026-01-01')");
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

    /** Another operator's, wherever that one serves. */
    private static String batch() {
        int id = COUNT.incrementAndGet();
        return made(
                id,
                "INSERT INTO capture_batch (id, staff_id, state, touched_at) VALUES (" + id + ", 1, 'ASIDE', NOW(3))");
    }

    private static String made(int id, String statement) {
        Tables.run(RunningApi.DATABASE, statement);
        return Integer.toString(id);
    }
}
