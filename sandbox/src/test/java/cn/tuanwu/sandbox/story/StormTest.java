package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.demo.Demo;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * For five minutes three of ten calls to every endpoint go wrong, while people submit and decide on two nodes; and the
 * platforms revoke their tokens twice. Small, time leaps when nobody is at work ({@link Leap}); with {@code -Dproof=full}
 * it takes its time and slow calls outlast our time-out.
 *
 * <p>A refresh is a token that a platform was asked for and gave. The need for one arises when there is none or it was
 * revoked: so many there may be for each application, for both nodes together, whatever went wrong on the way.
 */
@Tag("edge")
class StormTest {
    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final Duration STORM = Duration.ofMinutes(5);
    private static final Duration CALM = Duration.ofMinutes(10);
    private static final List<String> KINDS = List.of("BUSY", "BAD_GATEWAY", "EMPTY", "RESET", "SLOW");
    private static final List<String> APPS = List.of("WECOM", "OFFICIAL_ACCOUNT", "MINI_PROGRAM");
    private static final int MEMBERS = 6;

    private ApiClient sandbox;
    private Ledger ledger;
    private Crew crew;
    private Leap time;
    private Demo demo;

    @BeforeEach
    void twoNodes() {
        demo = House.open();
        ledger = new Ledger(demo.told());
        sandbox = new ApiClient(URI.create(demo.url()));
        crew = new Crew(demo, 1);
        crew.awaitAllAtWork();
        time = new Leap(sandbox, ledger, demo.told().get("TUANWU_REDIS_URL"), !FULL);
        sandbox.put("/sandbox/realname", Map.of("delayMillis", 20));
    }

    @AfterEach
    void theWeatherIsFairAgain() {
        sandbox.put("/sandbox/faults", List.of());
        sandbox.put("/sandbox/clock", Map.of("offset", "PT0S"));
        sandbox.put("/sandbox/realname", Map.of("delayMillis", 300));
        crew.close();
    }

    /**
     * Break: in ErrorCodes.afterFailure, answer Next.never for silence; in SmsCodePush.send, take any answer for a good
     * one; in Budgets.take, answer zero; in TokenShelf.take, answer true.
     */
    @Test
    void allIsSaidOnceWithinTenMinutesAfterFiveMinutesOfFaults() {
        Crowd crowd = new Crowd(URI.create(demo.url()), MEMBERS);
        Heard heard = new Heard(sandbox);
        String begin = ledger.ask("SELECT UTC_TIMESTAMP(3)").get(0);
        sandbox.put("/sandbox/faults", faults()).ok();
        Instant start = time.now();
        long held = 0;
        int needs = 0;
        while (time.now().isBefore(start.plus(STORM))) {
            if (needs == 0 || needs == 1 && time.now().isAfter(start.plus(STORM.dividedBy(2)))) {
                needs++;
                APPS.forEach(app -> sandbox.post("/sandbox/tokens/" + app + "/revoke", Map.of())
                        .ok());
            }
            crowd.act();
            crowd.act();
            crowd.act();
            heard.listen();
            held += ledger.ask("SELECT id FROM outbox WHERE state = 'DUE' AND last_error LIKE '%budget%'")
                    .size();
            time.tenSeconds();
        }
        sandbox.put("/sandbox/faults", List.of()).ok();
        Duration calm = untilAllIsSaid();
        heard.listen();
        System.out.printf(
                "%d calls, %d struck, %d late; all said %d s after the storm%n",
                heard.count(), heard.struck(), heard.late(), calm.toSeconds());
        assertThat(needs).isEqualTo(2);
        SoftAssertions all = new SoftAssertions();
        all.assertThat(calm).as("how long it took afterwards").isLessThanOrEqualTo(CALM);
        all.assertThat(ledger.faults()).isEmpty();
        all.assertThat(heard.struck()).as("struck").isBetween(heard.count() / 5L, heard.count() * 2 / 5L);
        all.assertThat(heard.dropped()).as("above the budget").isEmpty();
        all.assertThat(held).as("pushes that waited for the budget of a minute").isPositive();
        all.assertThat(heard.tokens("/gettoken", "")).as("refreshes").isEqualTo(needs);
        all.assertThat(heard.tokens("/stable_token", demo.told().get("TUANWU_MINIAPP_APP_ID")))
                .as("refreshes of the mini-program")
                .isEqualTo(needs);
        eachIsSeenOnce(all, heard, begin);
        all.assertAll();
    }

    /** Together three in ten, each as often as the others; the first that strikes decides. */
    private static List<Map<String, Object>> faults() {
        List<Map<String, Object>> faults = new ArrayList<>();
        double each = 0.3 / KINDS.size();
        for (int i = 0; i < KINDS.size(); i++) {
            faults.add(Map.of(
                    "endpoint",
                    "*",
                    "kind",
                    KINDS.get(i),
                    "probability",
                    each / (1 - each * i),
                    "millis",
                    FULL ? 6_000 : 700));
        }
        return faults;
    }

    private Duration untilAllIsSaid() {
        Instant end = time.now();
        while (!ledger.unsettled("REALNAME_CHECK").isEmpty() && time.now().isBefore(end.plus(CALM))) {
            time.tenSeconds();
        }
        assertThat(ledger.unsettled("REALNAME_CHECK")).isEmpty();
        return Duration.between(end, time.now());
    }

    /** What the platforms took and what we hold for sent are the same; more only where we had hung up. */
    private void eachIsSeenOnce(SoftAssertions all, Heard heard, String begin) {
        long again = 0;
        for (String[] card : ledger.pairs("SELECT subject_id, receiver FROM outbox WHERE kind = 'REVIEW_CARD'"
                + " AND state = 'DONE' AND created_at >= '" + begin + "'")) {
            String task = "\"review-" + card[0] + "-" + card[1] + "\"";
            all.assertThat(heard.taken("/message/send", body -> body.contains(task)))
                    .as(task)
                    .hasSize(1);
        }
        again += more(
                all,
                heard.taken("/message/send", body -> body.contains("\"chenjing\""))
                        .count(),
                "ADMIN_NOTICE",
                begin);
        again += more(
                all,
                heard.taken("/subscribe/send", body -> true).count()
                        + heard.taken("/custom/send", body -> true).count(),
                "MEMBER_RESULT",
                begin);
        again += more(all, heard.taken("/sms/send", body -> true).count(), "SMS_CODE", begin);
        all.assertThat(again).as("said again").isLessThanOrEqualTo(heard.late());
    }

    private long more(SoftAssertions all, long taken, String kind, String begin) {
        int sent = ledger.ask("SELECT id FROM outbox WHERE kind = '" + kind + "' AND state = 'DONE' AND created_at >= '"
                        + begin + "'")
                .size();
        all.assertThat(sent).as(kind).isPositive();
        all.assertThat(taken).as(kind + " taken by the platform").isGreaterThanOrEqualTo(sent);
        System.out.println(kind + ": " + sent + " sent, " + taken + " taken");
        return taken - sent;
    }
}
