package cn.tuanwu.api.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ceremonies at the PC, on operators' phones, and what their members see of them. */
@Tag("transfers")
class CeremonyDoorTest {
    private static final String CONSOLE = "/api/console/ceremonies";
    private static final String WORK = "/api/work/ceremonies";
    private static final Client committee = People.committee("sx-tuanwei");
    private static final Client viewer = People.committee("sx-viewer");
    private static final Client others = People.committee("wl-tuanwei");
    private static Client operator;

    @BeforeAll
    static void anOperatorArrives() {
        operator = People.staff("zhangsan");
    }

    private record Person(String name, Client client, String registration) {}

    @Test
    void aRecordIsMadeSeenChangedAndDeletedAndTheMemberHasTheOath() {
        Person member = member("周宣誓");
        assertThat(member.client
                        .get("/api/registration/certificate")
                        .json()
                        .path("oath")
                        .isNull())
                .isTrue();
        String photo = photo(committee, CONSOLE);
        Answer made = committee.post(CONSOLE, wish(photo, member.registration));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String one = CONSOLE + "/" + made.text("/id");
        Answer seen = viewer.get(one);
        assertThat(seen.text("/members/0/name")).isEqualTo("周宣誓");
        assertThat(seen.text("/ceremony/heldAt")).isEqualTo("2021-05-04T07:30:00Z");
        assertThat(seen.json().path("mayChange").asBoolean()).isFalse();
        Answer picture = viewer.get(one + "/photos/" + photo + "?size=full");
        assertThat(picture.bytes()).startsWith(0xff, 0xd8);
        assertThat(picture.header("Cache-Control")).contains("no-store");
        assertThat(member.client.get("/api/registration/certificate").text("/oath/place"))
                .isEqualTo("学术报告厅");
        Map<String, Object> changed = wish(photo, member.registration);
        changed.put("theme", "改过的主题");
        changed.put("version", 0);
        assertThat(committee.put(one, changed).text("/version")).isEqualTo("1");
        assertThat(committee.put(one, changed).code()).isEqualTo("CEREMONY_MOVED_ON");
        assertThat(viewer.put(one, changed).code()).isEqualTo("ROLE_INSUFFICIENT");
        assertThat(committee.get(one).text("/history/0/changes/0/after")).isEqualTo("改过的主题");
        assertThat(committee.post(one + "/delete", Map.of()).code()).isEqualTo("CEREMONY_MOVED_ON");
        assertThat(committee.post(one + "/delete", Map.of("version", 1)).status())
                .isEqualTo(200);
        assertThat(committee.get(one).code()).isEqualTo("CEREMONY_UNKNOWN");
        assertThat(member.client
                        .get("/api/registration/certificate")
                        .json()
                        .path("oath")
                        .isNull())
                .isTrue();
    }

    @Test
    void anOperatorRecordsOnThePhoneWithMaskedMembersAndTheirOwnPictures() {
        Person member = member("冯手机");
        Answer found = operator.post(WORK + "/members", Map.of("organisation", "1001", "name", "冯手机"));
        assertThat(found.text("/items/0/name")).isEqualTo("冯**");
        assertThat(found.body()).contains(member.registration).doesNotContain("冯手机");
        Answer made = operator.post(WORK, wish(photo(operator, WORK), member.registration));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.text("/recordedBy")).isEqualTo("张三");
        Answer home = operator.get(WORK);
        assertThat(home.body()).contains(made.text("/id"), "\"places\":[{\"id\":\"1001\"");
        assertThat(operator.get(WORK + "/" + made.text("/id")).text("/members/0/name"))
                .isEqualTo("冯**");
        assertThat(People.staff("zhaomin").get(WORK + "/" + made.text("/id")).code())
                .isEqualTo("CEREMONY_UNKNOWN");
        assertThat(committee
                        .post(CONSOLE + "/members", Map.of("organisation", "1001", "name", "冯手机"))
                        .json()
                        .at("/items/0/taken")
                        .asBoolean())
                .isTrue();
        Answer again = operator.post(WORK, wish(photo(operator, WORK), member.registration));
        assertThat(again.errors()).containsExactly("registrationIds:CEREMONY_OATH_TAKEN");
    }

    /** Break: in PictureReception, leave out once.earlier; leave the two routes out of WholeBody. */
    @Test
    void aPictureStreamsInOnceAndWhatIsNoneIsSaidSo() {
        String key = Client.key();
        byte[] picture = jpeg(900, 700);
        Answer first = send(committee, CONSOLE, key, picture);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(send(committee, CONSOLE, key, picture).body()).isEqualTo(first.body());
        assertThat(send(committee, CONSOLE, key, jpeg(10, 10)).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(send(committee, CONSOLE, Client.key(), new byte[6 * 1024 * 1024])
                        .errors())
                .containsExactly("photos:PHOTO_INVALID");
        assertThat(send(committee, CONSOLE, Client.key(), new byte[20 * 1024 * 1024 + 1])
                        .errors())
                .containsExactly("photos:PHOTO_TOO_LARGE");
        assertThat(send(viewer, CONSOLE, Client.key(), picture).code()).isEqualTo("ROLE_INSUFFICIENT");
    }

    /** What is sent is no picture: whoever hears so was let too far. Break: in PictureReception, don't ask for the refusal. */
    @Test
    void noWorkIsDoneForWhoRecordsNowhereOrHasAddedTooMany() {
        byte[] none = new byte[1000];
        Tables.run(
                RunningApi.DATABASE, "INSERT INTO staff (id, name, wecom_userid) VALUES (7301, '只看者', 'looker7301')");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO roster (organisation_id, staff_id, role) VALUES (1001, 7301, 'VIEWER')");
        try {
            assertThat(send(People.staff("looker7301"), WORK, Client.key(), none)
                            .code())
                    .isEqualTo("ORGANISATION_UNKNOWN");
        } finally {
            Tables.run(RunningApi.DATABASE, "DELETE FROM roster WHERE staff_id = 7301");
        }
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO ceremony_photo (id, kept_by, kept_at) SELECT 730000 + seq, 'staff:202', UTC_TIMESTAMP(3)"
                        + " FROM seq_1_to_90");
        try {
            assertThat(send(People.staff("lisi"), WORK, Client.key(), none).errors())
                    .containsExactly("photos:PHOTO_TOO_MANY");
        } finally {
            Tables.run(RunningApi.DATABASE, "DELETE FROM ceremony_photo WHERE kept_by = 'staff:202'");
        }
    }

    @Test
    void theListIsSearchedByMonthAndWordsAndExported() {
        Person member = member("陈列表");
        Map<String, Object> wish = wish(photo(committee, CONSOLE), member.registration);
        wish.put("theme", "百年%荣光");
        wish.put("heldAt", "2022-06-30T23:59");
        String id = committee.post(CONSOLE, wish).text("/id");
        for (Map<String, Object> filter : List.<Map<String, Object>>of(
                Map.of("month", "2022-06"), Map.of("words", "年%荣"), Map.of("organisation", "1001", "words", "报告厅"))) {
            assertThat(viewer.post(CONSOLE + "/search", filter).body())
                    .as(filter.toString())
                    .contains(id);
        }
        assertThat(viewer.post(CONSOLE + "/search", Map.of("month", "2022-07")).body())
                .doesNotContain(id);
        assertThat(viewer.post(CONSOLE + "/search", Map.of("month", "2022-7")).errors())
                .containsExactly("month:FILTER_INVALID");
        assertThat(others.post(CONSOLE + "/search", Map.of()).body()).doesNotContain(id);
        assertThat(others.get(CONSOLE + "/statistics?organisation=1001").code()).isEqualTo("ORGANISATION_UNKNOWN");
        Answer year = viewer.get(CONSOLE + "/statistics?year=2022");
        assertThat(year.json().at("/all/oaths").asInt()).isPositive();
        Answer begun = committee.post(CONSOLE + "/exports", Map.of("month", "2022-06"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        String job = "/api/console/jobs/" + begun.text("/id");
        Awaitility.await().until(() -> "DONE".equals(committee.get(job).text("/state")));
        assertThat(committee.get(job).text("/message")).matches("已导出 [1-9][0-9]* 次入团仪式。");
    }

    @Test
    void whatIsWrongIsToldBesideItsField() {
        assertThat(committee.post(CONSOLE, Map.of("organisationId", "1001")).errors())
                .contains("heldAt:REQUIRED", "photos:REQUIRED", "registrationIds:REQUIRED");
        Map<String, Object> wish = wish("17", "18");
        wish.put("heldAt", "gestern");
        assertThat(committee.post(CONSOLE, wish).errors()).containsExactly("heldAt:CEREMONY_TIME_INVALID");
        wish.put("heldAt", "2021-05-04T15:30");
        assertThat(committee.post(CONSOLE, wish).code()).isEqualTo("MEMBER_UNKNOWN");
    }

    private static Map<String, Object> wish(String photo, String member) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("organisationId", "1001");
        wish.put("heldAt", "2021-05-04T15:30");
        wish.put("place", "学术报告厅");
        wish.put("theme", "青春心向党");
        wish.put("host", "王主持");
        wish.put("oathLeader", "李领誓");
        wish.put("attendance", 40);
        wish.put("programme", List.of("ANTHEM", "OATH"));
        wish.put("registrationIds", List.of(member));
        wish.put("photos", List.of(photo));
        return wish;
    }

    private static Person member(String name) {
        Client member = People.member();
        Answer submitted = member.post("/api/registration/submit", People.profileWith("name", name));
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        String registration = submitted.text("/registration/id");
        String task = Tables.rows(
                        "SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration)
                .get(0);
        Answer approved = committee.post("/api/console/reviews/" + task + "/decision", Map.of("decision", "APPROVE"));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        return new Person(name, member, registration);
    }

    private static String photo(Client client, String base) {
        Answer kept = send(client, base, Client.key(), jpeg(320, 240));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        return kept.text("/id");
    }

    private static Answer send(Client client, String base, String key, byte[] picture) {
        return client.send(client.request(base + "/photos")
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(picture)));
    }

    private static byte[] jpeg(int width, int height) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
