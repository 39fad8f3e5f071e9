package cn.tuanwu.api.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
class RegistrationDoorTest {
    private static final Caller.Staff ZHANG_SAN = new Caller.Staff(201, "张三");

    private final Client member = People.member();

    @Test
    void aGoodProfileIsPendingAndTheMemberKnowsWhoHasIt() {
        Answer me = member.post("/api/registration/submit", People.profile());
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.text("/registration/state")).isEqualTo("PENDING");
        assertThat(me.text("/registration/branch/id")).isEqualTo("1001");
        assertThat(me.text("/registration/realName/state")).isEqualTo("CHECKING");
        assertThat(me.text("/registration/realName/label")).isEqualTo("校验中");
        assertThat(me.text("/registration/next")).contains("南岭大学数学学院2301团支部", "张三、李四", "核对实名");
        assertThat(member.get("/api/me").json()).isEqualTo(me.json());
    }

    @Test
    void aDocumentAnotherAccountRegisteredIsToldWithThatPhoneMasked() {
        String phone = People.phone();
        Map<String, Object> profile = People.profile();
        People.member(phone).post("/api/registration/submit", profile);
        Answer refused = member.post("/api/registration/submit", profile);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("documentNumber:DOCUMENT_TAKEN");
        assertThat(refused.body()).contains("139****" + phone.substring(7)).doesNotContain(phone);
    }

    @Test
    void whilePendingItCanOnlyBeTakenBack() {
        Map<String, Object> profile = People.profile();
        member.post("/api/registration/submit", profile);
        Answer again = member.post("/api/registration/submit", profile);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("REGISTRATION_PENDING");
        assertThat(member.put("/api/registration", profile).code()).isEqualTo("REGISTRATION_PENDING");
        Answer kept = member.get("/api/registration");
        assertThat(kept.text("/profile/documentNumber")).contains("*****").startsWith("440");

        Answer withdrawn = member.post("/api/registration/withdraw", Map.of());
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.text("/registration/state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.text("/registration/next")).contains("撤回");
        Answer twice = member.post("/api/registration/withdraw", Map.of());
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.code()).isEqualTo("NOT_PENDING");

        Answer resubmitted = member.post("/api/registration/submit", profile);
        assertThat(resubmitted.text("/registration/state")).isEqualTo("PENDING");
        assertThat(resubmitted.json().at("/registration/version").asInt()).isEqualTo(3);
    }

    @Test
    void aDraftIsKeptAsTypedWhateverIsInIt() {
        Answer empty = member.get("/api/registration");
        assertThat(empty.text("/state")).isEqualTo("DRAFT");
        Answer saved = member.put("/api/registration", Map.of("name", "张3", "branchId", "1001", "later", "ignored"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().get("profile").toString()).isEqualTo("{\"name\":\"张3\",\"branchId\":\"1001\"}");
        assertThat(member.get("/api/registration").json()).isEqualTo(saved.json());
        assertThat(member.get("/api/me").text("/registration/state")).isEqualTo("DRAFT");
        assertThat(member.get("/api/me").text("/registration/realName/state")).isEqualTo("NONE");
        Answer large =
                member.put("/api/registration", Map.of("unit", "长".repeat(3_000), "joinUnit", "x".repeat(2_000)));
        assertThat(large.status()).as(large.body()).isEqualTo(200);
        Answer tooLarge = member.put("/api/registration", Map.of("unit", "长".repeat(9_000)));
        assertThat(tooLarge.code()).isEqualTo("DRAFT_TOO_LARGE");
    }

    @Test
    void afterTheApprovalTheCertificateIsThere() {
        Answer early = member.get("/api/registration/certificate");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("NOT_APPROVED");
        Map<String, Object> profile = People.profile();
        member.post("/api/registration/submit", profile);
        People.everyRealNameCheckIs(RealName.Result.MATCH);
        assertThat(member.get("/api/me").text("/registration/realName/state")).isEqualTo("PASSED");
        decide(new Decision.Approve());

        Answer me = member.get("/api/me");
        assertThat(me.text("/registration/state")).isEqualTo("APPROVED");
        assertThat(me.text("/registration/decidedBy")).isEqualTo("张三");
        assertThat(me.text("/registration/next")).contains("张三", "审核通过");
        Answer certificate = member.get("/api/registration/certificate");
        assertThat(certificate.text("/name")).isEqualTo("欧阳·娜娜");
        assertThat(certificate.text("/documentNumber")).contains("****");
        assertThat(certificate.text("/branch/path")).contains("数学学院团委");
        assertThat(certificate.text("/ethnicity")).isEqualTo("汉族");
        assertThat(certificate.text("/realName/label")).isEqualTo("通过");
        Answer again = member.post("/api/registration/submit", profile);
        assertThat(again.code()).isEqualTo("REGISTRATION_APPROVED");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aReturnTellsByWhomAndWhyAndCanBeMended() {
        Map<String, Object> profile = People.profile();
        member.post("/api/registration/submit", profile);
        decide(new Decision.SendBack(ReturnReason.JOIN_MONTH_WRONG));
        Answer me = member.get("/api/me");
        assertThat(me.text("/registration/state")).isEqualTo("RETURNED");
        assertThat(me.text("/registration/returned/code")).isEqualTo("JOIN_MONTH_WRONG");
        assertThat(me.text("/registration/returned/by")).isEqualTo("张三");
        assertThat(me.text("/registration/next")).contains("张三", "退回", "入团年月有误", "重新提交");
        assertThat(member.get("/api/registration").text("/profile/documentNumber"))
                .isEqualTo(profile.get("documentNumber"));
        assertThat(member.post("/api/registration/submit", profile).text("/registration/state"))
                .isEqualTo("PENDING");
    }

    @Test
    void anOverseasDocumentWaitsForTheOfflineCheckWithoutBlame() {
        Map<String, Object> profile = People.profileWith("documentKind", "OVERSEAS");
        profile.put("documentNumber", "H" + People.phone().substring(2));
        profile.put("birthDate", "2004-05-06");
        Answer me = member.post("/api/registration/submit", profile);
        assertThat(me.text("/registration/realName/label")).isEqualTo("待线下核对");
        assertThat(me.text("/registration/realName/text")).contains("线下");
    }

    @Test
    void aFailedCheckDoesNotBlameTheMember() {
        member.post("/api/registration/submit", People.profile());
        People.everyRealNameCheckIs(RealName.Result.MISMATCH);
        People.everyRealNameCheckIs(RealName.Result.MISMATCH);
        Answer me = member.get("/api/me");
        assertThat(me.text("/registration/realName/state")).isEqualTo("FAILED");
        assertThat(me.text("/registration/realName/text")).contains("不一定是填写有误");
        assertThat(me.text("/registration/next")).contains("线下核对");
    }

    @Test
    void oneMemberNeverSeesAnothersThings() {
        member.post("/api/registration/submit", People.profile());
        Client other = People.member();
        assertThat(other.get("/api/me").json().get("registration").isNull()).isTrue();
        assertThat(other.get("/api/registration").json().get("profile").isNull())
                .isTrue();
        assertThat(other.post("/api/registration/withdraw", Map.of()).code()).isEqualTo("NOT_PENDING");
        assertThat(other.get("/api/registration/certificate").code()).isEqualTo("NOT_APPROVED");
        assertThat(member.get("/api/me").text("/registration/state")).isEqualTo("PENDING");
    }

    private void decide(Decision decision) {
        String registration = member.get("/api/me").text("/registration/id");
        long task =
                Tables.number("SELECT id FROM review_task WHERE state = 'OPEN' AND registration_id = " + registration);
        RunningApi.bean(ReviewDesk.class).decideOnPhone(ZHANG_SAN, task, decision);
    }
}
