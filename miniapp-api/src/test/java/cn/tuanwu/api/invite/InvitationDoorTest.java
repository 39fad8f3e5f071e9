package cn.tuanwu.api.invite;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.invite.InviteDesk;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
class InvitationDoorTest {
    private static final String URL = "http://weixin.qq.com/q/02-a-ticket-of-the-platform";

    private final Client committee = People.committee("sx-tuanwei");
    private final Client others = People.committee("wl-tuanwei");
    private final Client anyone = RunningApi.client();

    @Test
    void anIssuedInvitationGetsItsPictureWhenThePlatformGaveTheTicket() throws Exception {
        Answer issued = committee.post("/api/console/invitations", Map.of("branchId", "1001", "days", 30));
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.text("/state")).isEqualTo("PREPARING");
        String picture = "/api/console/invitations/" + issued.text("/id") + "/qr.png";
        Answer early = committee.get(picture);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("INVITATION_PREPARING");
        assertThat(early.header("Content-Type")).startsWith("application/problem+json");

        RunningApi.bean(InviteDesk.class).ticketReady(Long.parseLong(issued.text("/id")), URL);
        assertThat(committee
                        .get("/api/console/invitations/" + issued.text("/id"))
                        .text("/state"))
                .isEqualTo("READY");
        Answer png = committee.get(picture);
        assertThat(png.status()).isEqualTo(200);
        assertThat(png.header("Content-Type")).isEqualTo("image/png");
        assertThat(png.header("Cache-Control")).isEqualTo("no-store");
        assertThat(QrPictureTest.decoded(ImageIO.read(new ByteArrayInputStream(png.bytes()))))
                .isEqualTo(URL);
    }

    @Test
    void aCodeLeadsToItsBranchUntilItIsRevokedOrExpired() {
        Answer issued = committee.post("/api/console/invitations", Map.of("branchId", "1001", "days", 1));
        String path = "/api/invitations/" + issued.text("/code");
        Answer resolved = anyone.get(path);
        assertThat(resolved.text("/branch/id")).isEqualTo("1001");
        assertThat(resolved.text("/branch/path")).contains("数学学院团委");
        assertThat(resolved.text("/expiresAt")).endsWith("Z");

        Tables.run(
                RunningApi.DATABASE,
                "UPDATE invitation SET expires_at = '2026-01-01' WHERE id = " + issued.text("/id"));
        assertThat(anyone.get(path).status()).isEqualTo(410);
        assertThat(anyone.get(path).code()).isEqualTo("INVITATION_EXPIRED");
        Answer revoked = committee.post("/api/console/invitations/" + issued.text("/id") + "/revoke", Map.of());
        assertThat(revoked.text("/state")).isEqualTo("REVOKED");
        assertThat(anyone.get(path).status()).isEqualTo(410);
        assertThat(anyone.get(path).code()).isEqualTo("INVITATION_REVOKED");
        Answer unknown = anyone.get("/api/invitations/%E6%B2%A1%E6%9C%89");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("INVITATION_UNKNOWN");
        assertThat(unknown.text("/detail")).contains("团支部");
    }

    @Test
    void anotherCommitteeNeitherSeesNorTouchesIt() {
        Answer issued = committee.post("/api/console/invitations", Map.of("branchId", "1001", "days", 5));
        String path = "/api/console/invitations/" + issued.text("/id");
        assertThat(others.get(path).code()).isEqualTo("INVITATION_UNKNOWN");
        assertThat(others.get(path + "/qr.png").status()).isEqualTo(404);
        Answer refused = others.post(path + "/revoke", Map.of());
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("INVITATION_UNKNOWN");
        assertThat(others.get("/api/console/invitations").body()).doesNotContain(issued.text("/id"));
        assertThat(committee.get("/api/console/invitations").text("/items/0/id"))
                .isEqualTo(issued.text("/id"));
        assertThat(committee.get(path).text("/state")).isEqualTo("PREPARING");
        assertThat(committee.get("/api/console/invitations/no-number").status()).isEqualTo(404);
    }

    @Test
    void onlyOwnBranchesAndOneToThirtyDaysAreAccepted() {
        var before = Tables.counts();
        assertThat(committee
                        .post("/api/console/invitations", Map.of("branchId", "1101", "days", 5))
                        .errors())
                .containsExactly("branchId:BRANCH_UNKNOWN");
        assertThat(committee
                        .post("/api/console/invitations", Map.of("branchId", "1001", "days", 31))
                        .errors())
                .containsExactly("days:DAYS_OUT_OF_RANGE");
        assertThat(committee
                        .post("/api/console/invitations", Map.of("branchId", "1001"))
                        .errors())
                .containsExactly("days:DAYS_OUT_OF_RANGE");
        assertThat(Tables.counts()).isEqualTo(before);
    }

    @Test
    void theConsoleListsItsBranchesWithTheirOperators() {
        Answer branches = committee.get("/api/console/branches");
        assertThat(branches.json().get("items").size()).isEqualTo(3);
        assertThat(branches.json().at("/items/0/operators").toString()).isEqualTo("[\"张三\",\"李四\"]");
        assertThat(branches.json().at("/items/2/operators").size()).isZero();
        assertThat(others.get("/api/console/branches").json().get("items").size())
                .isEqualTo(1);
    }

    @Test
    void aWrongPasswordAtTheConsoleTellsNothing() {
        Answer wrong = anyone.post("/api/console/sessions", Map.of("login", "wl-tuanwei", "password", "wrong"));
        Answer unknown = anyone.post("/api/console/sessions", Map.of("login", "团委", "password", "wrong"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(anyone.post("/api/console/sessions", Map.of()).code()).isEqualTo("LOGIN_FAILED");
        People.committee("wl-tuanwei");
    }

    @Test
    void wrongPasswordsAtTheConsoleCountUntilTheRightOneComes() {
        Map<String, String> guess = Map.of("login", "wl-tuanwei", "password", "wrong");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(anyone.post("/api/console/sessions", guess).code()).isEqualTo("LOGIN_FAILED");
            }
            People.committee("wl-tuanwei");
        }
    }
}
