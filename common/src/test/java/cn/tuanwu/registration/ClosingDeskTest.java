package cn.tuanwu.registration;

import static cn.tuanwu.support.People.ZHANG_SAN;
import static cn.tuanwu.support.People.refusalOf;
import static cn.tuanwu.support.People.value;
import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.DeviceDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.support.People;
import cn.tuanwu.support.RoomTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 注销账号: what goes, and what is the organisation's. */
@RoomTest
@Tag("registration")
class ClosingDeskTest {
    @Autowired
    ClosingDesk closings;

    @Autowired
    RegistrationDesk registrations;

    @Autowired
    RegistrationBook book;

    @Autowired
    AccountDesk accounts;

    @Autowired
    DeviceDesk devices;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    /** Break: leave codes::forget out of AccountClosing.close, or rows.delete out of ClosingDesk.dissolve. */
    @Test
    @DisplayName("§10 an account with a draft goes with all it had begun, and its phone may register again")
    void anAccountWithADraftGoes() {
        Caller.OwnAccount someone = people.someoneRegistered();
        String phone = people.account(someone).phone().number();
        registrations.saveDraft(someone, aProfile().named("张小明").build());
        long device = devices.open(someone.accountId(), "iPhone");
        value(accounts.signIn(phone, "Long-enough-1", "o-closing"));
        value(closings.close(someone));
        assertThat(accounts.find(someone.accountId())).isEmpty();
        assertThat(devices.isOpen(someone.accountId(), device)).isFalse();
        assertThat(refusalOf(accounts.signInByWeChat("o-closing"))).isEqualTo("WECHAT_NOT_BOUND");
        for (String table : new String[] {"account_openid", "account_device", "registration"}) {
            assertThat(count(table, "account_id", someone.accountId()))
                    .as(table)
                    .isZero();
        }
        assertThat(database.queryForList(
                        "SELECT detail FROM audit WHERE action = 'account.closed' AND subject_id = ?",
                        String.class,
                        someone.accountId()))
                .containsExactly((String) null);
        assertThat(people.someoneRegistered()).isNotNull();
    }

    @Test
    @DisplayName("§10 a returned registration goes too; its reviewers' page and cards still answer")
    void aReturnedRegistrationGoes() {
        Registration submitted = people.someoneSubmitted(aProfile().named("张小红"), Result.MATCH);
        long task = people.openTaskOf(submitted);
        value(reviews.decideOnPhone(ZHANG_SAN, task, new Decision.SendBack(ReturnReason.NO_RECORD)));
        value(closings.close(new Caller.OwnAccount(submitted.accountId())));
        assertThat(book.sheet(submitted.id())).isEmpty();
        assertThat(reviews.find(task)).isPresent();
        assertThat(database.queryForObject("SELECT COUNT(*) FROM realname_check WHERE name = '张小红'", Long.class))
                .isZero();
        assertThat(count("registration_step", "registration_id", submitted.id()))
                .isZero();
    }

    @Test
    @DisplayName("§10 what waits is withdrawn first; a member's record is the organisation's, and whom to ask is said")
    void whatWaitsOrIsAMembersStays() {
        Registration submitted = people.someoneSubmitted(aProfile(), Result.MATCH);
        Caller.OwnAccount someone = new Caller.OwnAccount(submitted.accountId());
        assertThat(refusalOf(closings.close(someone))).isEqualTo("REGISTRATION_PENDING");
        value(reviews.decideOnPhone(ZHANG_SAN, people.openTaskOf(submitted), new Decision.Approve()));
        Outcome<Boolean> refused = closings.close(someone);
        assertThat(refusalOf(refused)).isEqualTo("RECORD_KEPT");
        assertThat(((Outcome.Refused<Boolean>) refused).first().text())
                .contains("档案属于团组织", "南岭大学数学学院2301团支部", "张三", "上级团组织");
        assertThat(accounts.find(someone.accountId())).isPresent();
    }

    private long count(String table, String column, long id) {
        return database.queryForObject("SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ?", Long.class, id);
    }
}
