package cn.tuanwu.api.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 转接介绍信 over the wire. */
@Tag("transfers")
class LetterDoorTest {
    private static final String MINE = "/api/me/transfers";

    /** Break: in LetterPaper, leave the code out; in LetterController.check, tell the name; in TransferNext.outside, drop VOID. */
    @Test
    @DisplayName("§9 a PDF whose code leads to a page that says valid, number and date, and of whom it is nothing")
    void aPdfWhoseCodeLeadsToACheck() throws IOException {
        Client member = People.member();
        String registration = approved(member);
        Answer started = begun(member);
        String one = MINE + "/" + started.text("/id");
        assertThat(member.get(one + "/letter.pdf").code()).isEqualTo("LETTER_NONE");
        decided(registration, "zhangsan");
        decided(registration, "chenjing");
        assertThat(member.get(one).text("/letter/url")).isEqualTo(one + "/letter.pdf");
        assertThat(member.get(one).text("/next")).contains("请凭介绍信到转往的团组织报到");
        Answer pdf = member.get(one + "/letter.pdf");
        assertThat(pdf.status()).as(pdf.body()).isEqualTo(200);
        assertThat(member.get(one + "/letter.pdf").bytes()).isEqualTo(pdf.bytes());
        assertThat(People.member().get(one + "/letter.pdf").code()).isEqualTo("TRANSFER_UNKNOWN");
        String address;
        try (PDDocument paper = Loader.loadPDF(pdf.bytes())) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            BufferedImage page = new PDFRenderer(paper).renderImageWithDPI(0, 150);
            address = read(page);
        }
        String code = address.replaceFirst(".*/api/letters/", "");
        assertThat(Tables.rows("SELECT code FROM transfer_letter WHERE transfer_id = " + started.text("/id")))
                .containsExactly(code);
        Answer check = RunningApi.client().get("/api/letters/" + code);
        assertThat(check.json().path("valid").asBoolean()).as(check.body()).isTrue();
        assertThat(check.body()).doesNotContain("欧阳", "湖南", "长沙");
        assertThat(RunningApi.client().get("/api/letters/AAAAAAAAAAAAAAAA").code())
                .isEqualTo("LETTER_UNKNOWN");
        Client anybody = RunningApi.client();
        Answer html = anybody.send(anybody.request("/api/letters/" + code)
                .header("Accept", "text/html")
                .GET());
        assertThat(html.body()).contains("介绍信有效", "编号").doesNotContain("湖南");
        begun(member);
        assertThat(member.get(one).text("/next")).endsWith("介绍信之后已作废。");
    }

    /** Break: in LetterDesk.arrived(Staff), leave out isTheirs. */
    @Test
    @DisplayName("§9 the branch that let go says on its phone that they arrived; nobody else, and once")
    void thatTheyArrivedIsSaidOnThePhone() {
        Client member = People.member();
        String registration = approved(member);
        String arrival = "/api/work/transfers/" + begun(member).text("/id") + "/arrival";
        Client operator = People.staff("zhangsan");
        assertThat(operator.post(arrival, Map.of()).code()).isEqualTo("LETTER_NONE");
        decided(registration, "zhangsan");
        decided(registration, "chenjing");
        assertThat(People.staff("zhaomin").post(arrival, Map.of()).code()).isEqualTo("TRANSFER_UNKNOWN");
        Answer arrived = operator.post(arrival, Map.of());
        assertThat(arrived.status()).as(arrived.body()).isEqualTo(200);
        assertThat(arrived.text("/letter/state")).isEqualTo("ARRIVED");
        assertThat(operator.post(arrival, Map.of()).code()).isEqualTo("LETTER_MOVED_ON");
    }

    /** Whose registration this is: its id. */
    private static String approved(Client member) {
        String registration =
                member.post("/api/registration/submit", People.profile()).text("/registration/id");
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        decided(registration, "zhangsan");
        return registration;
    }

    private static Answer begun(Client member) {
        Map<String, Object> place = Map.of("province", "湖南省", "name", "长沙某厂团委");
        return member.post(MINE, Map.of("kind", "OUTSIDE", "reason", "WORK", "place", place));
    }

    private static String read(BufferedImage page) {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots))))
                    .getText();
        } catch (ReaderException e) {
            throw new AssertionError("The letter's code is not readable", e);
        }
    }

    private static void decided(String registration, String userid) {
        long task = Tables.number(
                "SELECT MAX(id) FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration);
        Answer answer =
                People.staff(userid).post("/api/work/reviews/" + task + "/decision", Map.of("decision", "APPROVE"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
