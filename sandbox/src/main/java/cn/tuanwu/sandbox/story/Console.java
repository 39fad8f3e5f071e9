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

    Invitation invite(Story.Admin admin) {
        steps.step("The admin signs in at the console as " + admin.login(), () -> {
            api.use(api.post("/api/console/sessions", Map.of("login", admin.login(), "password", admin.password()))
                    .ok()
                    .path("session")
                    .asString(""));
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
