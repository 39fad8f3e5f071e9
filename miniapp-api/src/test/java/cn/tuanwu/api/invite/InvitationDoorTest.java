package cn.tuanwu.api.invite;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.invite.InviteDesk;
import java.awt.image.BufferedImage;
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
        Answer issued = committee.post(
                "/api/console/invitations", Map.of("organisationId", "1001", "days", 30, "carrier", "OA_TEMPORARY"));
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
        Answer issued = committee.post("/api/console/invitations", Map.of("organisationId", "1001", "days", 1));
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
        Answer issued = committee.post(
                "/api/console/invitations", Map.of("organisationId", "1001", "days", 5, "carrier", "OA_TEMPORARY"));
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
                        .post("/api/console/invitations", Map.of("organisationId", "1101", "days", 5))
                        .errors())
                .containsExactly("organisationId:ORGANISATION_UNKNOWN");
        assertThat(committee
                        .post(
                                "/api/console/invitations",
                                Map.of("organisationId", "1001", "days", 31, "carrier", "OA_TEMPORARY"))
                        .errors())
                .containsExactly("days:DAYS_OUT_OF_RANGE");
        assertThat(committee
                        .post("/api/console/invitations", Map.of("organisationId", "1001"))
                        .errors())
                .containsExactly("days:DAYS_OUT_OF_RANGE");
        assertThat(Tables.counts()).isEqualTo(before);
    }

    @Test
    void theConsoleListsItsBranchesWithTheirOperators() {
        Answer branches = committee.get("/api/console/branches");
        assertThat(branches.json().get("items").size()).isGreaterThanOrEqualTo(3);
        assertThat(branches.json().at("/items/0/operators").toString()).startsWith("[\"张三\",\"李四\"");
        assertThat(branches.json().at("/items/2/operators").size()).isZero();
        assertThat(others.get("/api/console/branches").body())
                .contains("物理学院2301")
                .doesNotContain("数学学院");
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

    /** Break: let the desk make every invitation PREPARING. */
    @Test
    @Tag("console")
    void anAddressOfOursIsReadyAtOnceAndCountsItsGuests() throws Exception {
        Answer issued = committee.post(
                "/api/console/invitations", Map.of("organisationId", "1001", "days", 366, "carrier", "LINK"));
        assertThat(issued.text("/state")).isEqualTo("READY");
        String console = "/api/console/invitations/" + issued.text("/id");
        String address = "http://127.0.0.1:8080/i/" + issued.text("/code");
        assertThat(QrPictureTest.decoded(ImageIO.read(new ByteArrayInputStream(
                        committee.get(console + "/qr.png").bytes()))))
                .isEqualTo(address);
        BufferedImage poster = ImageIO.read(
                new ByteArrayInputStream(committee.get(console + "/poster.png").bytes()));
        assertThat(poster.getHeight()).isEqualTo(1754);
        assertThat(QrPictureTest.decoded(poster)).isEqualTo(address);
        String openings = "/api/invitations/" + issued.text("/code") + "/openings";
        assertThat(anyone.post(openings, Map.of()).text("/branch/id")).isEqualTo("1001");
        anyone.post(openings, Map.of());
        assertThat(committee.get(console).json().path("scans").asInt()).isEqualTo(2);
    }

    @Test
    @Tag("console")
    void anOrganisationsCampaignLeavesTheBranchToItsGuest() {
        Answer issued = committee.post(
                "/api/console/invitations",
                Map.of("organisationId", "100", "days", 30, "carrier", "LINK", "title", "2026 级新生报到"));
        Answer resolved = anyone.get("/api/invitations/" + issued.text("/code"));
        assertThat(resolved.text("/title")).isEqualTo("2026 级新生报到");
        assertThat(resolved.json().path("branch").isNull()).isTrue();
        assertThat(resolved.text("/organisation/id")).isEqualTo("100");
        assertThat(anyone.get("/api/branches?within=100").body())
                .contains("数学学院2301", "数学学院2302")
                .doesNotContain("物理学院");
        assertThat(anyone.get("/api/branches?within=100&q=2302").text("/items/0/id"))
                .isEqualTo("1002");
        assertThat(anyone.get("/api/branches?within=nowhere")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    @Tag("console")
    void theCodesThatLastAreNotForBranches() {
        assertThat(committee
                        .post(
                                "/api/console/invitations",
                                Map.of("organisationId", "1001", "days", 300, "carrier", "OA_PERMANENT"))
                        .errors())
                .containsExactly("carrier:CARRIER_NOT_FOR_BRANCH");
        assertThat(committee
                        .post(
                                "/api/console/invitations",
                                Map.of("organisationId", "100", "days", 300, "carrier", "OA_PERMANENT"))
                        .text("/state"))
                .isEqualTo("PREPARING");
        assertThat(committee
                        .post(
                                "/api/console/invitations",
                                Map.of("organisationId", "100", "days", 3, "title", "名".repeat(31)))
                        .errors())
                .containsExactly("title:TOO_LONG");
    }
}
