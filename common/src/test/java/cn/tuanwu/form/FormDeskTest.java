package cn.tuanwu.form;

import static cn.tuanwu.form.Papers.paper;
import static cn.tuanwu.support.People.CHEN_JING;
import static cn.tuanwu.support.People.LI_SI;
import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.ZHAO_MIN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Seat;
import cn.tuanwu.form.FormDesk.Incoming;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.pdf.PdfDesk;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.Profile;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Photos;
import cn.tuanwu.support.RoomTest;
import cn.tuanwu.support.Seats;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What can be filed for whom, who decides it, and who may look. */
@RoomTest
@Tag("forms")
class FormDeskTest {
    private static final Decision APPROVE = new Decision.Approve();

    @Autowired
    FormDesk forms;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    EditDesk edits;

    @Autowired
    OrgDesk organisations;

    @Autowired
    PdfDesk pdfs;

    @Autowired
    JsonMapper json;

    @Autowired
    People people;

    @Autowired
    Seats seats;

    @Autowired
    JdbcTemplate database;

    private Registration member;

    @BeforeEach
    void someone() {
        member = people.someoneApproved(aProfile().named("阿里木·买买提"), ZHANG_SAN);
    }

    @Test
    void theFirstIsFormalAtOnceAndASecondWaitsForTheSuperior() {
        Form first = value(forms.file(ZHANG_SAN, member.id(), paper()));
        assertThat(first.state()).isEqualTo(Form.State.FORMAL);
        assertThat(first.edition()).isEqualTo(1);
        assertThat(first.filedBy()).isEqualTo("张三");
        Form second = value(forms.file(seats.reviewer(Seats.MATHS), member.id(), paper()));
        assertThat(second.state()).isEqualTo(Form.State.WAITING);
        ReviewTask task = task(second);
        assertThat(task.kind()).isEqualTo(ReviewTask.Kind.FORM);
        assertThat(refusalOf(reviews.decideOnPhone(ZHANG_SAN, task.id(), APPROVE)))
                .isEqualTo("NOT_YOUR_TASK");
        value(reviews.decideOnPhone(CHEN_JING, task.id(), APPROVE));
        assertThat(forms.history(ZHANG_SAN, member.id()))
                .extracting(Form::state)
                .containsExactly(Form.State.FORMAL, Form.State.REPLACED);
        assertThat(forms.history(ZHANG_SAN, member.id()).get(0).decidedBy()).isEqualTo("陈静");
        assertThat(audited(first, "form.replaced")).isEqualTo(1);
        assertThat(audited(second, "form.filed")).isEqualTo(1);
    }

    /** Break: leave own() out of Deciders.others and refusal. */
    @Test
    void whoHandedItInDecidesNothingAboutIt() {
        value(forms.file(ZHANG_SAN, member.id(), paper()));
        Form byChenJing = value(forms.file(CHEN_JING, member.id(), paper()));
        long task = task(byChenJing).id();
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, task, APPROVE))).isEqualTo("FORM_OWN");
        assertThat(refusalOf(reviews.decideOnPage(CHEN_JING, task, APPROVE))).isEqualTo("FORM_OWN");
        Caller.Reviewer atConsole = new Caller.Reviewer(
                new Seat("staff:203", "陈静", organisations.find(Seats.MATHS).orElseThrow(), Seat.Role.ADMIN));
        assertThat(refusalOf(reviews.decideAtConsole(atConsole, task, APPROVE))).isEqualTo("FORM_OWN");
        value(reviews.decideOnPhone(LI_SI, task, APPROVE));
        Form bySeat = value(forms.file(seats.reviewer(Seats.MATHS), member.id(), paper()));
        assertThat(refusalOf(reviews.decideAtConsole(
                        seats.reviewer(Seats.MATHS), task(bySeat).id(), APPROVE)))
                .isEqualTo("FORM_OWN");
        value(reviews.decideAtConsole(
                seats.reviewer(Seats.PROVINCE), task(bySeat).id(), APPROVE));
    }

    @Test
    void aReturnedOneSaysWhyAndTheFormalOneStays() {
        Form first = value(forms.file(ZHANG_SAN, member.id(), paper()));
        Form second = value(forms.file(ZHANG_SAN, member.id(), paper("pages in the wrong order" + member.id())));
        assertThat(ReturnReason.of(ReviewTask.Kind.FORM))
                .extracting(ReturnReason::text)
                .containsExactly("缺页", "页面顺序有误", "照片模糊", "缺少印章", "编号与纸质不符", "日期先后有误", "其他原因");
        value(reviews.decideOnPhone(CHEN_JING, task(second).id(), new Decision.SendBack(ReturnReason.PAGE_MISSING)));
        assertThat(forms.history(LI_SI, member.id()))
                .extracting(Form::state, Form::reason)
                .containsExactly(tuple(Form.State.RETURNED, "缺页"), tuple(Form.State.FORMAL, null));
        assertThat(pushed("FORM_RESULT", second.id())).containsExactly("201");
        assertThat(pushed("MEMBER_RESULT", task(second).id())).isEmpty();
        value(forms.file(ZHANG_SAN, member.id(), paper("pages in the wrong order" + member.id())));
        assertThat(forms.find(ZHANG_SAN, first.id()).orElseThrow().state()).isEqualTo(Form.State.FORMAL);
    }

    @Test
    void onlyWhoHandedItInTakesItBackAndItsTaskIsOver() {
        value(forms.file(ZHANG_SAN, member.id(), paper()));
        Form second = value(forms.file(ZHANG_SAN, member.id(), paper()));
        assertThat(refusalOf(forms.file(LI_SI, member.id(), paper()))).isEqualTo("FORM_WAITING");
        assertThat(refusalOf(forms.withdraw(LI_SI, second.id()))).isEqualTo("FORM_NOT_YOURS");
        assertThat(refusalOf(forms.withdraw(ZHAO_MIN, second.id()))).isEqualTo("FORM_UNKNOWN");
        assertThat(value(forms.withdraw(ZHANG_SAN, second.id())).state()).isEqualTo(Form.State.WITHDRAWN);
        assertThat(refusalOf(forms.withdraw(ZHANG_SAN, second.id()))).isEqualTo("FORM_MOVED_ON");
        assertThat(task(second).state()).isEqualTo(ReviewTask.State.CANCELLED);
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, task(second).id(), APPROVE)))
                .isEqualTo("ALREADY_DECIDED");
        assertThat(value(forms.file(LI_SI, member.id(), paper())).edition()).isEqualTo(3);
    }

    /** Break: leave the hashes out of FilingRules.refusal and the two keys live_… out of V80. */
    @Test
    void theSameBytesAreFiledOnceForOneMember() {
        Incoming paper = paper();
        Registration other = people.someoneApproved(aProfile(), ZHANG_SAN);
        value(forms.file(ZHANG_SAN, member.id(), paper));
        assertThat(refusalOf(forms.file(LI_SI, member.id(), paper))).isEqualTo("FORM_SAME_BYTES");
        assertThat(refusalOf(forms.file(LI_SI, other.id(), paper))).isEqualTo("FORM_OF_ANOTHER");
        Incoming cleanedToTheSame = new Incoming(new byte[] {1, 2, 3}, paper.content(), 4, Form.Source.DESK);
        assertThat(refusalOf(forms.file(LI_SI, other.id(), cleanedToTheSame))).isEqualTo("FORM_OF_ANOTHER");
        assertThat(forms.history(LI_SI, other.id())).isEmpty();
        assertThat(stored()).isEmpty();
    }

    @Test
    void whoIsElsewhereOrNotApprovedGetsNoForm() {
        Registration pending = people.someoneSubmitted(aProfile());
        assertThat(refusalOf(forms.file(ZHAO_MIN, member.id(), paper()))).isEqualTo("FORM_MEMBER_UNKNOWN");
        assertThat(refusalOf(forms.file(seats.reviewer(Seats.PHYSICS), member.id(), paper())))
                .isEqualTo("FORM_MEMBER_UNKNOWN");
        assertThat(refusalOf(forms.file(ZHANG_SAN, 77, paper()))).isEqualTo("FORM_MEMBER_UNKNOWN");
        assertThat(refusalOf(forms.file(ZHANG_SAN, pending.id(), paper()))).isEqualTo("FORM_MEMBER_NOT_APPROVED");
        Form form = value(forms.file(seats.reviewer(Seats.PROVINCE), member.id(), paper()));
        assertThat(forms.find(ZHAO_MIN, form.id())).isEmpty();
        assertThat(refusalOf(forms.page(ZHAO_MIN, form.id(), 1, 800))).isEqualTo("FORM_UNKNOWN");
        assertThat(refusalOf(forms.link(seats.viewer(Seats.PHYSICS), form.id())))
                .isEqualTo("FORM_UNKNOWN");
        Caller.Security security = new Caller.Security(
                new Seat("org-account:9", "x", organisations.find(1).orElseThrow(), Seat.Role.SECURITY));
        assertThat(forms.find(security, form.id())).isEmpty();
    }

    /** Break: compare the name as it was typed in FileName.isNameOf, or leave isWithin out of Matching. */
    @Test
    void aFileNameFindsTheMemberOfTheSubtreeByPhoneAndName() {
        String phone = people.account(new Caller.OwnAccount(member.accountId()))
                .phone()
                .number();
        Caller.Reviewer maths = seats.reviewer(Seats.MATHS);
        FormDesk.Match match = value(forms.match(maths, "阿里木•买买提＋" + phone + "＋入团志愿书.pdf"));
        assertThat(match.registrationId()).isEqualTo(member.id());
        assertThat(match.branch().id()).isEqualTo(People.MATHS_2301);
        assertThat(refusalOf(forms.match(maths, "阿里木+" + phone + "+入团志愿书.pdf"))).isEqualTo("FORM_NAME_DIFFERS");
        assertThat(refusalOf(forms.match(seats.reviewer(Seats.PHYSICS), "阿里木·买买提+" + phone + "+入团志愿书.pdf")))
                .isEqualTo("FORM_MEMBER_UNKNOWN");
        assertThat(refusalOf(forms.match(maths, "阿里木·买买提+13900000001+入团志愿书.pdf")))
                .isEqualTo("FORM_MEMBER_UNKNOWN");
        assertThat(refusalOf(forms.match(maths, "扫描件.pdf"))).isEqualTo("FORM_NAME_UNREADABLE");
        Registration pending = people.someoneSubmitted(aProfile().named("李四"));
        Phone his = people.account(new Caller.OwnAccount(pending.accountId())).phone();
        assertThat(refusalOf(forms.match(maths, "李四+" + his.number() + "+入团志愿书.pdf")))
                .isEqualTo("FORM_MEMBER_NOT_APPROVED");
    }

    /** Break: leave opened() out of Viewings.page, or the condition out of FormRows.open. */
    @Test
    void everyOpeningIsOneLineHoweverManyPages() {
        byte[] pdf = pdfs.book(
                List.of(new PdfDesk.Leaf(Photos.jpeg(600, 800), 0), new PdfDesk.Leaf(Photos.jpeg(600, 801), 1)));
        Form form = value(forms.file(ZHANG_SAN, member.id(), new Incoming(pdf, pdf, 2, Form.Source.CHAT)));
        assertThat(value(forms.view(LI_SI, form.id())).name()).isEqualTo("阿里木·买买提");
        byte[] picture = value(forms.page(LI_SI, form.id(), 1, 400));
        assertThat(picture).startsWith(0xff, 0xd8);
        value(forms.page(LI_SI, form.id(), 2, 400));
        assertThat(refusalOf(forms.page(LI_SI, form.id(), 3, 400))).isEqualTo("FORM_UNKNOWN");
        assertThat(audited(form, "form.viewed")).isEqualTo(1);
        value(forms.view(LI_SI, form.id()));
        assertThat(audited(form, "form.viewed")).isEqualTo(2);
        value(forms.page(seats.viewer(Seats.MATHS), form.id(), 1, 400));
        assertThat(audited(form, "form.viewed"))
                .as("nobody saw a page before a line")
                .isEqualTo(3);
        assertThat(value(forms.link(LI_SI, form.id())).toString()).doesNotContain("阿里木");
        assertThat(value(forms.content(seats.viewer(Seats.MATHS), form.id()))).isEqualTo(pdf);
        assertThat(audited(form, "form.downloaded")).isEqualTo(2);
    }

    /** Break: leave TasksMoving.stepped empty. */
    @Test
    void whoGoesOnToAnotherBranchTakesTheFormsAlong() {
        value(forms.file(ZHANG_SAN, member.id(), paper()));
        Form waiting = value(forms.file(ZHANG_SAN, member.id(), paper()));
        Caller.OwnAccount owner = new Caller.OwnAccount(member.accountId());
        Profile elsewhere = json.convertValue(Map.of("branchId", "1101"), Profile.class);
        value(edits.correct(owner, elsewhere, "转专业到物理学院", List.of()));
        long correction = people.openTaskOf(member);
        value(reviews.decideOnPhone(CHEN_JING, correction, APPROVE));
        assertThat(forms.history(ZHANG_SAN, member.id())).isEmpty();
        assertThat(forms.history(ZHAO_MIN, member.id())).hasSize(2);
        assertThat(task(waiting).branch().id()).isEqualTo(1101);
        assertThat(refusalOf(reviews.decideOnPhone(CHEN_JING, task(waiting).id(), APPROVE)))
                .isEqualTo("NOT_YOUR_TASK");
        value(reviews.decideOnPhone(ZHAO_MIN, task(waiting).id(), APPROVE));
    }

    private ReviewTask task(Form form) {
        long id = database.queryForObject("SELECT id FROM review_task WHERE form_id = ?", Long.class, form.id());
        return reviews.find(id).orElseThrow();
    }

    private long audited(Form form, String action) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM audit WHERE subject_kind = 'form' AND subject_id = ? AND action = ?"
                        + " AND organisation_id = 1001",
                Long.class,
                form.id(),
                action);
    }

    private List<String> pushed(String kind, long subject) {
        return database.queryForList(
                "SELECT receiver FROM outbox WHERE kind = ? AND subject_id = ?", String.class, kind, subject);
    }

    private List<Long> stored() {
        return database.queryForList("SELECT id FROM form WHERE state = 'STORING'", Long.class);
    }
}
