package cn.tuanwu.sandbox.story;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The admin at the PC: signs in and makes an invitation. */
final class Console {

    private static final List<String> OPERATORS = List.of("张三", "李四");

    private final Steps steps;
    private final ApiClient api;

    Console(Steps steps, URI address) {
        this.steps = steps;
        this.api = new ApiClient(address);
    }

    /** With the admin's session. */
    ApiClient api() {
        return api;
    }

    /** Without saying so: what follows is told by whoever asks. */
    ApiClient signedIn(Story.Admin admin) {
        api.use(session(admin));
        return api;
    }

    Invitation invite(Story.Admin admin) {
        steps.step("The admin signs in at the console as " + admin.login(), () -> {
            api.use(session(admin));
            return null;
        });
        JsonNode branch = steps.step("sees the branch of 张三 and 李四", this::branch);
        String id = steps.step("makes an invitation for " + branch.path("name").asString(""), () -> api.post(
                        "/api/console/invitations",
                        Map.of("organisationId", branch.path("id").asString(""), "days", 7, "carrier", "OA_TEMPORARY"))
                .ok()
                .path("id")
                .asString(""));
        steps.step(
                "which becomes ready",
                () -> Steps.await(
                        "the invitation to be READY",
                        () -> ready(id),
                        () -> api.get("/api/console/invitations/" + id)));
        byte[] png = steps.step("and downloads its QR code", () -> picture(id));
        return new Invitation(
                branch.path("id").asString(""), branch.path("name").asString(""), png);
    }

    /** Password, then a code of the authenticator; at the first sign-in ever it is set up. */
    private String session(Story.Admin admin) {
        JsonNode known = api.post("/api/console/sessions", Map.of("login", admin.login(), "password", admin.password()))
                .ok();
        String ticket = known.path("ticket").asString("");
        boolean first = known.path("next").asString("").equals("ENROL");
        if (first) {
            JsonNode card = api.post("/api/console/sessions/factor", Map.of("ticket", ticket))
                    .ok();
            api.post(
                            "/sandbox/authenticator",
                            Map.of("address", card.path("address").asString("")))
                    .ok();
        }
        String door = first ? "/api/console/sessions/factor/confirmation" : "/api/console/sessions/codes";
        return Steps.await(
                        "the authenticator's code to be taken",
                        () -> Optional.of(api.post("/sandbox/authenticator/codes", Map.of("login", admin.login())))
                                .filter(given -> given.status() == 200)
                                .map(given -> api.post(
                                        door,
                                        Map.of(
                                                "ticket",
                                                ticket,
                                                "code",
                                                given.body().path("code").asString(""))))
                                .filter(answer -> answer.status() == 201)
                                .map(ApiClient.Answer::body),
                        () -> "no code that is still good")
                .path("signedIn")
                .path("session")
                .asString("");
    }

    private JsonNode branch() {
        JsonNode items = api.get("/api/console/branches").ok().path("items");
        return PhoneClient.all(items)
                .filter(branch -> OPERATORS.stream()
                        .allMatch(name -> branch.path("operators").toString().contains(name)))
                .findFirst()
                .orElseThrow(() -> new Unexpected("a branch with the operators " + OPERATORS, items));
    }

    private Optional<JsonNode> ready(String id) {
        JsonNode invitation = api.get("/api/console/invitations/" + id).ok();
        return switch (invitation.path("state").asString("")) {
            case "READY" -> Optional.of(invitation);
            case "FAILED" -> throw new Unexpected("the invitation to be READY", invitation);
            default -> Optional.empty();
        };
    }

    private byte[] picture(String id) {
        ApiClient.Answer answer = api.get("/api/console/invitations/" + id + "/qr.png");
        if (answer.status() != 200 || answer.bytes().length < 8 || answer.bytes()[1] != 'P') {
            throw new Unexpected("a PNG", answer.status());
        }
        return answer.bytes();
    }
}
