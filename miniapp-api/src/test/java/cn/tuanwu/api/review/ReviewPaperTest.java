package cn.tuanwu.api.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.pdf.PdfDesk;
import cn.tuanwu.realname.RealName;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A form that is to replace another, reviewed at the console and on the phone with both papers in sight. */
@Tag("forms")
class ReviewPaperTest {
    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");
    private static final Caller.Staff ZHANG_SAN = new Caller.Staff(201, "张三");

    private final Client committee = People.committee("sx-tuanwei");
    private final FormDesk forms = RunningApi.bean(FormDesk.class);
    private String task;
    private long second;

    @BeforeEach
    void aFormWaits() {
        Client member = People.member();
        String registration = ConsoleReviewTest.submitted(member, People.profile());
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        assertThat(committee
                        .post("/api/console/reviews/" + registration + "/decision", APPROVE)
                        .status())
                .isEqualTo(200);
        long id = Tables.number("SELECT registration_id FROM review_task WHERE id = " + registration);
        filed(id);
        second = filed(id).id();
        task = Tables.rows("SELECT id FROM review_task WHERE form_id = " + second)
                .get(0);
    }

    /** Break: take the wrong one in ReviewPapers.form, or find the task without the caller. */
    @Test
    void bothPapersAreSeenByWhoDecidesAndNobodyElse() {
        String at = "/api/console/reviews/" + task;
        Answer detail = committee.get(at);
        assertThat(detail.text("/line/kind")).isEqualTo("FORM");
        assertThat(detail.json().at("/line/canApprove").asBoolean()).isTrue();
        assertThat(detail.json().path("papers").toString())
                .contains("\"which\":\"new\",\"edition\":2,\"pages\":2", "\"which\":\"old\",\"edition\":1", "张三");
        assertThat(detail.json().path("reasons").toString()).contains("缺少印章").doesNotContain("查无入团记录");
        Answer page = committee.get(at + "/form/new/pages/2?width=300");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.bytes()).startsWith(0xff, 0xd8);
        assertThat(page.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(committee.get(at + "/form/old/pages/1").status()).isEqualTo(200);
        assertThat(committee.get(at + "/form/old/pages/9").code()).isEqualTo("FORM_UNKNOWN");
        assertThat(committee.get(at + "/form/none/pages/1").code()).isEqualTo("FORM_UNKNOWN");
        assertThat(People.committee("wl-tuanwei").get(at + "/form/new/pages/1").code())
                .isEqualTo("TASK_UNKNOWN");
        assertThat(Tables.number("SELECT COUNT(*) FROM audit WHERE action = 'form.viewed' AND subject_id = " + second))
                .isEqualTo(1);
    }

    @Test
    void onThePhoneTheSuperiorDecidesAndWhoHandedItInHearsWhyNot() {
        String at = "/api/work/reviews/" + task;
        Client chenJing = People.staff("chenjing");
        Answer detail = chenJing.get(at);
        assertThat(detail.json().path("papers").size()).isEqualTo(2);
        assertThat(chenJing.get(at + "/form/new/pages/1").bytes()).startsWith(0xff, 0xd8);
        assertThat(People.staff("zhaomin").get(at + "/form/new/pages/1").code()).isEqualTo("TASK_UNKNOWN");
        Answer own = People.staff("zhangsan").post(at + "/decision", APPROVE);
        assertThat(own.code()).isEqualTo("FORM_OWN");
        assertThat(own.text("/detail")).contains("由您上传");
        assertThat(People.staff("lisi").post(at + "/decision", APPROVE).code()).isEqualTo("TASK_UNKNOWN");
        Answer returned =
                chenJing.post(at + "/decision", Map.of("decision", "RETURN", "reason", "BLURRED", "note", "第 2 页"));
        assertThat(returned.text("/decided/reason")).isEqualTo("照片模糊：第 2 页");
        assertThat(returned.json().path("papers").size()).isEqualTo(2);
        assertThat(committee
                        .post("/api/console/reviews/" + task + "/decision", APPROVE)
                        .code())
                .isEqualTo("ALREADY_DECIDED");
    }

    private Form filed(long registration) {
        byte[] pdf = RunningApi.bean(PdfDesk.class).book(List.of(leaf(), leaf()));
        byte[] original = UUID.randomUUID().toString().getBytes();
        Outcome<Form> filed =
                forms.file(ZHANG_SAN, registration, new FormDesk.Incoming(original, pdf, 2, Form.Source.PAGE));
        assertThat(filed).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Form>) filed).value();
    }

    /** White, of a size of its own: no two papers are the same. */
    private static PdfDesk.Leaf leaf() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            int height = 300 + (int) (System.nanoTime() % 200);
            ImageIO.write(new BufferedImage(300, height, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
            return new PdfDesk.Leaf(bytes.toByteArray(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
