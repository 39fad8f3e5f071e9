package cn.tuanwu.api.form;

import static cn.tuanwu.api.form.Desk.handIn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.Tables;
import cn.tuanwu.api.form.Desk.Person;
import cn.tuanwu.api.form.Desk.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A pile of files in one upload: each has its own true sentence, and of the bad ones nothing remains. */
@Tag("forms")
class MixedFilesTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static Client committee;
    private static Person zhang;
    private static Person li;
    private static Person wang;
    private static Person dotted;
    private static Person spaced;
    private static Person elsewhere;

    @BeforeAll
    static void people() {
        committee = People.committee("sx-tuanwei");
        zhang = Desk.member("张三丰");
        li = Desk.member("李四光");
        wang = Desk.member("王小二");
        dotted = Desk.member("阿卜杜拉·买买提");
        spaced = Desk.member("Anna Maria Lee");
        elsewhere = Desk.member("赵物理", "1101", "wl-tuanwei");
    }

    /** Break: in Reception, take the file before its name is matched to somebody, or file what PdfDesk refused. */
    @Test
    void twentyMixedFilesHaveTwentyTrueAnswers() {
        assertThat(handIn(committee, new Sheet(wang.file(), Papers.good(2))).text("/items/0/outcome"))
                .isEqualTo("FILED");
        byte[] first = Papers.good(4);
        long stored = Desk.stored();
        long rows = Tables.number("SELECT COUNT(*) FROM form");
        Answer answer = handIn(
                committee,
                new Sheet(zhang.file(), first),
                new Sheet("扫描件0001.pdf", Papers.good(1)),
                new Sheet("李世光+" + li.phone() + "+入团志愿书.pdf", Papers.good(1)),
                new Sheet("陈某某+13000000000+入团志愿书.pdf", Papers.good(1)),
                new Sheet(elsewhere.file(), Papers.good(1)),
                new Sheet(li.file(), "志愿书".getBytes(StandardCharsets.UTF_8)),
                new Sheet(li.file(), Papers.picture()),
                new Sheet(li.file(), Papers.encrypted()),
                new Sheet(li.file(), Papers.withScript()),
                new Sheet(li.file(), Papers.withLaunch()),
                new Sheet(li.file(), Papers.withAttachment()),
                new Sheet(li.file(), Papers.large(25 * MEGABYTE)),
                new Sheet(zhang.file(), first),
                new Sheet(zhang.file(), Papers.good(3)),
                new Sheet(wang.file(), Papers.good(3)),
                new Sheet(li.file(), Papers.broken()),
                new Sheet(li.file(), Papers.withoutPage()),
                new Sheet("李四光＋" + li.phone() + "＋入团志愿书.PDF", Papers.good(5)),
                new Sheet(dotted.file(), Papers.good(2)),
                new Sheet("Anna Maria Lee + " + spaced.phone() + " + 入团志愿书.pdf", Papers.good(2)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(said(answer))
                .containsExactly(
                        "FILED 已归档，共 4 页。",
                        "FORM_NAME_UNREADABLE",
                        "FORM_NAME_DIFFERS",
                        "FORM_MEMBER_UNKNOWN",
                        "FORM_MEMBER_UNKNOWN",
                        "PDF_NOT_A_PDF",
                        "PDF_NOT_A_PDF",
                        "PDF_ENCRYPTED",
                        "PDF_SCRIPT",
                        "PDF_LAUNCH",
                        "PDF_ATTACHMENT",
                        "PDF_TOO_LARGE",
                        "FORM_SAME_BYTES",
                        "WAITING 已上传，这名团员已有正式志愿书，等待上级审核后替换。",
                        "WAITING 已上传，这名团员已有正式志愿书，等待上级审核后替换。",
                        "PDF_BROKEN",
                        "PDF_EMPTY",
                        "FILED 已归档，共 5 页。",
                        "FILED 已归档，共 2 页。",
                        "FILED 已归档，共 2 页。");
        answer.json().path("items").forEach(one -> assertThat(one.path("text").asString())
                .as(one.toString())
                .matches("[\\p{IsHan}].*。"));
        assertThat(Desk.stored()).as("files of the good ones").isEqualTo(stored + 6);
        assertThat(Tables.number("SELECT COUNT(*) FROM form")).isEqualTo(rows + 6);
        assertThat(Desk.leftOver()).as("temporary files").isZero();
    }

    /** Break: in Call.part, leave the number out; in Reception.answered, do not ask for the earlier answer. */
    @Test
    void theSameUploadSentAgainFilesNothingTwiceAndIsToldTheSame() {
        Person one = Desk.member("重复甲");
        Person two = Desk.member("重复乙");
        Sheet[] pile = {
            new Sheet(one.file(), Papers.good(1)),
            new Sheet("没有名字.pdf", Papers.good(1)),
            new Sheet(two.file(), Papers.good(1))
        };
        String key = Client.key();
        Answer first = handIn(committee, key, pile);
        assertThat(said(first)).containsExactly("FILED 已归档，共 1 页。", "FORM_NAME_UNREADABLE", "FILED 已归档，共 1 页。");
        assertThat(handIn(committee, key, pile).body()).isEqualTo(first.body());
        assertThat(said(handIn(committee, pile)))
                .containsExactly("FORM_SAME_BYTES", "FORM_NAME_UNREADABLE", "FORM_SAME_BYTES");
        assertThat(handIn(committee, key, new Sheet(one.file(), Papers.good(9))).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    /** Break: in ArrivingFiles.each, answer what arrived so far instead of BODY_UNREADABLE. */
    @Test
    void anUploadThatBreaksOffIsSaidSoAndGoesOnWhereItBroke() {
        Person one = Desk.member("断线甲");
        Person two = Desk.member("断线乙");
        Sheet whole = new Sheet(one.file(), Papers.good(1));
        Sheet cut = new Sheet(two.file(), Papers.good(2));
        byte[] body = Desk.body(List.of(whole, cut), false);
        String key = Client.key();
        long stored = Desk.stored();
        Answer broken = Desk.send(committee, key, Arrays.copyOf(body, body.length - 500));
        assertThat(broken.status()).as(broken.body()).isEqualTo(400);
        assertThat(broken.code()).isEqualTo("BODY_UNREADABLE");
        assertThat(Desk.stored()).isEqualTo(stored + 1);
        assertThat(Desk.leftOver()).isZero();
        assertThat(said(handIn(committee, key, whole, cut))).containsExactly("FILED 已归档，共 1 页。", "FILED 已归档，共 2 页。");
        assertThat(Desk.stored()).isEqualTo(stored + 2);
    }

    @Test
    void theTwentyFirstIsLeftOutAndSaidSo() {
        Sheet[] pile = new Sheet[21];
        Arrays.fill(pile, new Sheet("扫描件.pdf", new byte[] {1}));
        List<String> said = said(handIn(committee, pile));
        assertThat(said).hasSize(21);
        assertThat(said.get(19)).isEqualTo("FORM_NAME_UNREADABLE");
        assertThat(said.get(20)).isEqualTo("FORM_TOO_MANY_FILES");
    }

    @Test
    void whatIsNoUploadIsSaidSo() {
        assertThat(handIn(committee).code()).isEqualTo("FORM_FILE_MISSING");
        assertThat(committee.post(Desk.FORMS, java.util.Map.of()).code()).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
        assertThat(Desk.send(committee, Client.key(), new byte[] {1, 2, 3}).code())
                .isIn("BODY_UNREADABLE", "FORM_FILE_MISSING");
        Client viewer = People.committee("sx-viewer");
        assertThat(handIn(viewer, new Sheet(zhang.file(), Papers.good(1))).code())
                .isEqualTo("ROLE_INSUFFICIENT");
    }

    /** Who is not a member yet, and whose paper is somebody else's. */
    @Test
    void aPaperBelongsToOneApprovedMember() {
        Person applicant = Desk.applicant("等待中", "1001");
        Person holder = Desk.member("持有人");
        Person other = Desk.member("另一人");
        byte[] paper = Papers.good(2);
        assertThat(said(handIn(
                        committee,
                        new Sheet(applicant.file(), Papers.good(1)),
                        new Sheet(holder.file(), paper),
                        new Sheet(other.file(), paper))))
                .containsExactly("FORM_MEMBER_NOT_APPROVED", "FILED 已归档，共 2 页。", "FORM_OF_ANOTHER");
    }

    private static List<String> said(Answer answer) {
        List<String> said = new ArrayList<>();
        for (JsonNode one : answer.json().path("items")) {
            said.add(
                    one.path("code").isNull()
                            ? one.path("outcome").asString() + " "
                                    + one.path("text").asString()
                            : one.path("code").asString());
        }
        return said;
    }
}
