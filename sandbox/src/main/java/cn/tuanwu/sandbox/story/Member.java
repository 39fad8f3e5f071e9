package cn.tuanwu.sandbox.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The member: scans, makes an account, fills in, submits, withdraws, and looks at the home page. */
final class Member {

    private final Steps steps;
    private final PhoneClient phones;
    private final ApiClient api;
    private final Person person;
    private final String id;
    private Map<String, String> link = Map.of();
    private Map<String, Object> profile = Map.of();

    Member(Steps steps, PhoneClient phones, ApiClient api, Person person) {
        this.steps = steps;
        this.phones = phones;
        this.api = api;
        this.person = person;
        this.id = steps.step("A new member takes out a phone", () -> phones.newMember(person.name()));
    }

    String id() {
        return id;
    }

    Person person() {
        return person;
    }

    void arrive(Invitation invitation) {
        steps.step("scans the code and follows the account", () -> {
            JsonNode scanned = phones.scan(id, invitation.png());
            expect(scanned, "action", "SUBSCRIBED");
            return scanned;
        });
        link = steps.step("is answered with a link to the mini-program", () -> Links.query(phones.miniProgramPath(id)));
        steps.step("which opens with the branch filled in", () -> {
            JsonNode found = api.get("/api/invitations/" + link.get("invite")).ok();
            expect(found.path("branch"), "id", invitation.branchId());
            return found;
        });
    }

    void tapsTheMenu() {
        steps.step(
                "taps 常见问题 in the account's menu and reads what can be asked",
                () -> phones.tapMenu(id, "常见问题", "· 撤回"));
    }

    void register(Invitation invitation) {
        steps.step("asks for an SMS code", () -> api.post(
                        "/api/sms-codes", Map.of("phone", person.phone(), "purpose", "REGISTER"))
                .ok());
        String smsCode = steps.step("reads the SMS", () -> phones.smsCode(person.phone()));
        steps.step("makes an account with phone, password and university", () -> {
            String university = api.get("/api/universities")
                    .ok()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString("");
            JsonNode made = api.post(
                            "/api/accounts",
                            Map.of(
                                    "phone", person.phone(),
                                    "smsCode", smsCode,
                                    "password", person.password(),
                                    "universityId", university,
                                    "loginCode", phones.loginCode(id),
                                    "scan", link.getOrDefault("scan", "")))
                    .ok();
            api.use(made.path("session").asString(""));
            return made;
        });
    }

    void fillIn(Invitation invitation) {
        JsonNode codes = steps.step(
                "looks at the code tables", () -> api.get("/api/codes").ok());
        profile = person.profile(invitation.branchId(), link.get("invite"), codes);
        steps.step("saves a draft and finds it again", () -> {
            api.put("/api/registration", Map.of("name", person.name())).ok();
            JsonNode draft = api.get("/api/registration").ok();
            expect(draft, "state", "DRAFT");
            expect(draft.path("profile"), "name", person.name());
            return draft;
        });
        new WrongInputs(steps, this::trySubmit, profile, person).areRefused();
        steps.step("and nothing of that was submitted", () -> {
            expect(registration(), "state", "DRAFT");
            return null;
        });
    }

    private ApiClient.Answer trySubmit(Map<String, Object> attempt) {
        return api.post("/api/registration/submit", attempt);
    }

    /** Agrees to be told the result, then submits; the answer is the moment of submitting. */
    long submit() {
        JsonNode templates = api.get("/api/me").ok().path("subscribeTemplates");
        phones.acceptPushes(
                id, PhoneClient.all(templates).map(node -> node.asString("")).toList());
        long moment = System.nanoTime();
        expect(trySubmit(profile).ok().path("registration"), "state", "PENDING");
        return moment;
    }

    void edit(String field, String value) {
        profile.put(field, value);
        api.put("/api/registration", profile).ok();
    }

    void withdraw() {
        expect(api.post("/api/registration/withdraw", Map.of()).ok().path("registration"), "state", "WITHDRAWN");
    }

    JsonNode registration() {
        return api.get("/api/me").ok().path("registration");
    }

    String state() {
        return registration().path("state").asString("");
    }

    JsonNode awaitState(String state) {
        return Steps.await(
                "the home page to say " + state,
                () -> Optional.of(registration())
                        .filter(now -> now.path("state").asString("").equals(state)),
                this::registration);
    }

    void awaitRealNamePassed() {
        Steps.await(
                "the real-name check to be PASSED",
                () -> Optional.of(registration().path("realName"))
                        .filter(now -> now.path("state").asString("").equals("PASSED")),
                this::registration);
    }

    JsonNode notice(String words) {
        return phones.notice(id, words);
    }

    JsonNode certificate() {
        JsonNode certificate = api.get("/api/registration/certificate").ok();
        expect(certificate, "name", person.name());
        if (certificate.toString().contains(person.idNumber())) {
            throw new Unexpected("a masked identity number", "the whole number");
        }
        return certificate;
    }

    /** Changes fields of the approved profile. */
    ApiClient.Answer change(Map<String, ?> wish) {
        return api.post("/api/registration/edits", wish);
    }

    boolean isSignedOut() {
        return api.get("/api/me").status() == 401;
    }

    JsonNode profile() {
        return api.get("/api/registration").ok().path("profile");
    }

    JsonNode history() {
        return api.get("/api/me/history").ok();
    }

    /** A row of a code table that is not the present one. */
    JsonNode code(String table, String present) {
        JsonNode codes = api.get("/api/codes").ok();
        return PhoneClient.all(codes.path(table))
                .filter(row -> !row.path("code").asString("").equals(present))
                .findFirst()
                .orElseThrow(() -> new Unexpected("codes of " + table, codes));
    }

    /** Good for one copy of the own data. */
    String proof() {
        return api.post("/api/me/data/proof", Map.of("password", person.password()))
                .ok()
                .path("proof")
                .asString("");
    }

    ApiClient.Answer copy(String proof) {
        return api.get("/api/me/export.zip", "X-Proof", proof);
    }

    static void expect(JsonNode node, String field, String value) {
        if (!node.path(field).asString("").equals(value)) {
            throw new Unexpected(field + " " + value, List.of(node));
        }
    }
}
