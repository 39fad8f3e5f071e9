package cn.tuanwu.support;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.Account;
import cn.tuanwu.account.AccountDesk;
import cn.tuanwu.account.NewAccount;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.realname.RealNameDesk;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReviewDesk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The people of the demo province, and members who come to register. */
@Component
public class People {
    public static final long MATHS_2301 = 1001;
    public static final long MATHS_GRADUATES = 1003;
    public static final Caller.Staff ZHANG_SAN = new Caller.Staff(201, "张三");
    public static final Caller.Staff LI_SI = new Caller.Staff(202, "李四");
    public static final Caller.Staff CHEN_JING = new Caller.Staff(203, "陈静");
    public static final Caller.Staff ZHAO_MIN = new Caller.Staff(204, "赵敏");

    private final AccountDesk accounts;
    private final SmsCodes codes;
    private final RegistrationDesk registrations;
    private final RealNameDesk realNames;
    private final ReviewDesk reviews;
    private final JdbcTemplate database;

    public People(
            AccountDesk accounts,
            SmsCodes codes,
            RegistrationDesk registrations,
            RealNameDesk realNames,
            ReviewDesk reviews,
            JdbcTemplate database) {
        this.accounts = accounts;
        this.codes = codes;
        this.registrations = registrations;
        this.realNames = realNames;
        this.reviews = reviews;
        this.database = database;
    }

    /** Someone with a new account. */
    public Caller.OwnAccount someoneRegistered() {
        String phone = Identities.phone();
        codes.send(phone);
        long code = database.queryForObject("SELECT MAX(id) FROM sms_code", Long.class);
        NewAccount wish =
                new NewAccount(phone, codes.message(code).orElseThrow().code(), "Long-enough-1", 1L, null, null);
        return new Caller.OwnAccount(value(accounts.register(wish)).id());
    }

    /** Someone whose registration is PENDING; the real-name check is still on its way. */
    public Registration someoneSubmitted(ProfileFixture profile) {
        return value(registrations.submit(someoneRegistered(), profile.build()));
    }

    /** As above, and the provider said so. */
    public Registration someoneSubmitted(ProfileFixture profile, RealName.Result result) {
        Registration registration = someoneSubmitted(profile);
        checked(registration, result);
        return registration;
    }

    /** The provider answers as often as it is asked. */
    public void checked(Registration registration, RealName.Result result) {
        realNames.work(registration.realName().id(), (name, number) -> result);
        realNames.work(registration.realName().id(), (name, number) -> result);
    }

    public long openTaskOf(Registration registration) {
        return database.queryForObject(
                "SELECT id FROM review_task WHERE live_registration = ?", Long.class, registration.id());
    }

    /** Someone whom their branch approved; the branch's deciders are any of these. */
    public Registration someoneApproved(ProfileFixture profile, Caller.Staff decider) {
        Registration registration = someoneSubmitted(profile, RealName.Result.MATCH);
        value(reviews.decideOnPhone(decider, openTaskOf(registration), new Decision.Approve()));
        return registration;
    }

    public static <T> T value(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("refused: " + outcome);
    }

    public static String refusalOf(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            return refused.first().code();
        }
        throw new AssertionError("not refused: " + outcome);
    }

    /** Tells accounts apart in tests without naming numbers. */
    public Account account(Caller.OwnAccount caller) {
        return accounts.find(caller.accountId()).orElseThrow();
    }
}
