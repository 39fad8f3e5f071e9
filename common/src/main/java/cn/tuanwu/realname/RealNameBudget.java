package cn.tuanwu.realname;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Settings;
import cn.tuanwu.kernel.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What checks may cost: so many a day for one account, for one document, and for all together. Taken before the provider is
 * asked, so that a crash costs a check and never buys one; given back when the provider had no answer.
 */
@Component
class RealNameBudget {
    private static final String TOTAL = "realname-total";
    private static final int KEPT_DAYS = 7;
    private static final Logger log = LoggerFactory.getLogger(RealNameBudget.class);

    private final Rows rows;
    private final Blind blind;
    private final Clock clock;
    private final Tx tx;
    private final int perPerson;
    private final int perDay;
    private final AtomicReference<LocalDate> told = new AtomicReference<>();

    RealNameBudget(Rows rows, Blind blind, Clock clock, Tx tx, Environment environment) {
        this.rows = rows;
        this.blind = blind;
        this.clock = clock;
        this.tx = tx;
        Settings settings = new Settings(environment);
        this.perPerson = number(settings, "TUANWU_REALNAME_PER_DAY", "5");
        this.perDay = number(settings, "TUANWU_REALNAME_TOTAL_PER_DAY", "20000");
        settings.refuseFaults();
    }

    /** @return false when one of the three is used up: then nothing was taken */
    boolean take(RealNameRow row, ResidentId number) {
        LocalDate day = ChinaTime.date(clock.instant());
        List<Purse> purses = purses(row, number);
        Outcome<Integer> taken = tx.write(() -> {
            for (Purse purse : purses) {
                if (!take(day, purse)) {
                    return Outcome.refused(Refusal.of(purse.name, "used up"));
                }
            }
            return Outcome.done(purses.size());
        });
        if (taken instanceof Outcome.Refused<Integer> refused
                && refused.first().code().equals(TOTAL)) {
            tellOnce(day);
        }
        return taken instanceof Outcome.Done<Integer>;
    }

    private boolean take(LocalDate day, Purse purse) {
        if (rows.take(day, purse.who, purse.most) == 1) {
            return true;
        }
        boolean first = rows.open(day, purse.who) == 1;
        if (first && purse.name.equals(TOTAL)) {
            rows.forget(day.minusDays(KEPT_DAYS));
        }
        // Asked again whoever opened it: at the day's first checks somebody else may have, this very moment.
        return rows.take(day, purse.who, purse.most) == 1;
    }

    void giveBack(RealNameRow row, ResidentId number, Instant takenAt) {
        LocalDate day = ChinaTime.date(takenAt);
        purses(row, number).forEach(purse -> rows.giveBack(day, purse.who));
    }

    /** Nobody asked. Joins the transaction. */
    void forget(long accountId, Set<String> documents) {
        LocalDate since = ChinaTime.date(clock.instant()).minusDays(KEPT_DAYS + 1L);
        rows.erase(since, blind.of("realname-account", Long.toString(accountId)));
        documents.forEach(document -> rows.erase(since, blind.of("realname-document", document)));
    }

    /** When there is a new one: the next day in China, not all in the same second. */
    Instant next(long id) {
        return ChinaTime.date(clock.instant())
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ChinaTime.ZONE)
                .plus(Duration.ofSeconds(Math.floorMod(id, 1800)));
    }

    /** The one that all share comes last: whoever holds it waits for nobody. */
    private List<Purse> purses(RealNameRow row, ResidentId number) {
        List<Purse> purses = new ArrayList<>();
        if (row.accountId != null) {
            purses.add(purse("realname-account", Long.toString(row.accountId), perPerson));
        }
        purses.add(purse("realname-document", number.number(), perPerson));
        purses.add(purse(TOTAL, "", perDay));
        return purses;
    }

    private Purse purse(String name, String whose, int most) {
        return new Purse(name, blind.of(name, whose), most);
    }

    private void tellOnce(LocalDate day) {
        if (!day.equals(told.getAndSet(day))) {
            log.error(
                    "All {} real-name checks of {} are used up (TUANWU_REALNAME_TOTAL_PER_DAY):"
                            + " the others wait for the next day, and nobody of them can be approved on a phone",
                    perDay,
                    day);
        }
    }

    private static int number(Settings settings, String name, String otherwise) {
        String typed = settings.optional(name, otherwise);
        if (!typed.matches("[1-9][0-9]{0,7}")) {
            settings.fault(name + " must be a number of checks a day such as " + otherwise);
            return 1;
        }
        return Integer.parseInt(typed);
    }

    private record Purse(String name, byte[] who, int most) {}

    @Mapper
    interface Rows {
        @Insert("INSERT IGNORE INTO realname_budget (day, who, calls) VALUES (#{day}, #{who}, 0)")
        int open(@Param("day") LocalDate day, @Param("who") byte[] who);

        @Update("UPDATE realname_budget SET calls = calls + 1 WHERE day = #{day} AND who = #{who} AND calls < #{most}")
        int take(@Param("day") LocalDate day, @Param("who") byte[] who, @Param("most") int most);

        @Delete("DELETE FROM realname_budget WHERE day < #{day}")
        void forget(LocalDate day);

        @Delete("DELETE FROM realname_budget WHERE day >= #{since} AND who = #{who}")
        void erase(@Param("since") LocalDate since, @Param("who") byte[] who);

        @Update("UPDATE realname_budget SET calls = calls - 1 WHERE day = #{day} AND who = #{who} AND calls > 0")
        int giveBack(@Param("day") LocalDate day, @Param("who") byte[] who);
    }
}
