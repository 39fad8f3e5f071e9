package cn.tuanwu.api.once;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
class OnceTest {
    private final Client client = RunningApi.client();

    @Test
    void aRepeatedSubmissionHasOneEffectAndTheSameAnswerByteForByte() {
        Client member = People.member();
        Map<String, Object> profile = People.profile();
        String key = Client.key();
        Answer first = member.post("/api/registration/submit", profile, key);
        var before = Tables.counts();
        for (int i = 0; i < 3; i++) {
            Answer again = member.post("/api/registration/submit", profile, key);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.bytes()).isEqualTo(first.bytes());
        }
        assertThat(Tables.counts()).isEqualTo(before);
        member.post("/api/registration/withdraw", Map.of());
        assertThat(member.post("/api/registration/submit", profile, key).bytes())
                .as("an old answer, whatever happened since")
                .isEqualTo(first.bytes());
        assertThat(member.get("/api/me").text("/registration/state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void eightEqualRequestsAtOnceMakeOneAccountAndEachIsSignedIn() throws Exception {
        String phone = People.phone();
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        wish.put("loginCode", "once-" + phone);
        String key = Client.key();
        long accounts = Tables.number("SELECT COUNT(*) FROM account");
        List<Answer> answers = together(8, () -> client.post("/api/accounts", wish, key));
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(201));
        assertThat(answers.stream()
                        .map(answer -> answer.json().get("account").toString())
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().map(answer -> answer.text("/session")).distinct())
                .hasSize(8);
        for (Answer answer : answers) {
            assertThat(client.with(answer.text("/session")).get("/api/me").status())
                    .isEqualTo(200);
        }
        assertThat(Tables.number("SELECT COUNT(*) FROM account")).isEqualTo(accounts + 1);
        assertThat(Tables.number("SELECT COUNT(*) FROM account_openid WHERE openid = 'o-once-" + phone + "'"))
                .isEqualTo(1);
    }

    @Test
    void eightEqualSubmissionsAtOnceOpenOneReviewTask() throws Exception {
        Client member = People.member();
        Map<String, Object> profile = People.profile();
        String key = Client.key();
        long tasks = Tables.number("SELECT COUNT(*) FROM review_task");
        List<Answer> answers = together(8, () -> member.post("/api/registration/submit", profile, key));
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(Tables.number("SELECT COUNT(*) FROM review_task")).isEqualTo(tasks + 1);
    }

    @Test
    void eightDifferentKeysAtOnceStillOpenOneReviewTask() throws Exception {
        Client member = People.member();
        Map<String, Object> profile = People.profile();
        long tasks = Tables.number("SELECT COUNT(*) FROM review_task");
        List<Answer> answers = together(8, () -> member.post("/api/registration/submit", profile));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200).map(Answer::code))
                .containsOnly("REGISTRATION_PENDING");
        assertThat(Tables.number("SELECT COUNT(*) FROM review_task")).isEqualTo(tasks + 1);
    }

    @Test
    void aKeyUsedForAnotherBodyIsRefused() {
        Client member = People.member();
        String key = Client.key();
        member.put("/api/registration", Map.of("name", "张三"), key);
        Answer refused = member.put("/api/registration", Map.of("name", "李四"), key);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(member.get("/api/registration").text("/profile/name")).isEqualTo("张三");
        Answer elsewhere = member.post("/api/registration/submit", Map.of("name", "张三"), key);
        assertThat(elsewhere.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRefusedRequestKeepsNothingSoItsKeyMayBeUsedAgain() {
        Client member = People.member();
        Map<String, Object> profile = People.profile();
        String key = Client.key();
        long kept = Tables.number("SELECT COUNT(*) FROM idempotency");
        assertThat(member.post("/api/registration/submit", Map.of(), key).status())
                .isEqualTo(422);
        assertThat(Tables.number("SELECT COUNT(*) FROM idempotency")).isEqualTo(kept);
        assertThat(member.post("/api/registration/submit", profile, key).status())
                .isEqualTo(200);
    }

    @Test
    void theKeysOfTwoPeopleNeverMeet() {
        String key = Client.key();
        Client one = People.member();
        Client other = People.member();
        one.put("/api/registration", Map.of("name", "甲乙"), key);
        assertThat(other.put("/api/registration", Map.of("name", "甲乙"), key).status())
                .isEqualTo(200);
        assertThat(other.get("/api/me").text("/registration/id"))
                .isNotEqualTo(one.get("/api/me").text("/registration/id"));
    }

    @Test
    void everyChangeNeedsAKeyOfAtMost255Characters() {
        Client member = People.member();
        Answer missing = member.send("PUT", "/api/registration", "{}", null);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(member.put("/api/registration", Map.of(), "k".repeat(256)).code())
                .isEqualTo("IDEMPOTENCY_KEY_INVALID");
        assertThat(member.put("/api/registration", Map.of(), "k".repeat(255)).status())
                .isEqualTo(200);
    }

    @Test
    void aKeptAnswerOpensNoSessionWithoutThePasswordOfToday() {
        String phone = People.phone();
        Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
        String key = Client.key();
        Answer made = client.post("/api/accounts", wish, key);
        Answer again = client.post("/api/accounts", wish, key);
        assertThat(again.json().get("account")).isEqualTo(made.json().get("account"));
        assertThat(client.with(again.text("/session")).get("/api/me").status()).isEqualTo(200);
        Tables.run(
                RunningApi.DATABASE,
                "UPDATE account SET password_hash = (SELECT password_hash FROM org_account WHERE id = 301)"
                        + " WHERE id = " + made.text("/account/id"));
        assertThat(client.post("/api/accounts", wish, key).code()).isEqualTo("LOGIN_FAILED");
    }

    /** Break: let Once.first run the effect although the key was taken. */
    @Test
    @Tag("registration")
    void aThousandReplaysOfOneSubmitKeyAreOneRowAndIdenticalAnswers() throws Exception {
        Client member = People.member();
        Map<String, Object> profile = People.profile();
        String key = Client.key();
        String account = member.get("/api/me").text("/account/id");
        long tasks = Tables.number("SELECT COUNT(*) FROM review_task");
        List<byte[]> answers = new CopyOnWriteArrayList<>();
        together(8, () -> {
            Answer last = null;
            for (int i = 0; i < 125; i++) {
                last = member.post("/api/registration/submit", profile, key);
                answers.add(last.bytes());
            }
            return last;
        });
        assertThat(answers).hasSize(1_000).allSatisfy(one -> assertThat(one).isEqualTo(answers.get(0)));
        assertThat(new String(answers.get(0), StandardCharsets.UTF_8)).contains("\"PENDING\"");
        assertThat(Tables.number("SELECT COUNT(*) FROM registration WHERE account_id = " + account))
                .isEqualTo(1);
        assertThat(Tables.number("SELECT COUNT(*) FROM idempotency WHERE caller = 'ACCOUNT:" + account + "'"))
                .isEqualTo(1);
        assertThat(Tables.number("SELECT COUNT(*) FROM review_task")).isEqualTo(tasks + 1);
        assertThat(Tables.number(
                        "SELECT COUNT(*) FROM number_use WHERE number = '" + profile.get("memberNumber") + "'"))
                .isEqualTo(1);
    }

    /** Break: leave the catch out of Once.insert. */
    @Test
    @Tag("registration")
    void aKeyWhoseFirstRequestIsStillAtWorkIsRefusedAsInFlight() throws Exception {
        Client member = People.member();
        String account = member.get("/api/me").text("/account/id");
        String key = Client.key();
        try (Connection elsewhere = Tables.connection()) {
            elsewhere.setAutoCommit(false);
            elsewhere
                    .createStatement()
                    .executeUpdate(
                            "INSERT INTO idempotency (caller, idem_key, request_hash, created_at) VALUES ('ACCOUNT:"
                                    + account + "', UNHEX(SHA2('" + key
                                    + "', 256)), UNHEX(REPEAT('00', 32)), UTC_TIMESTAMP(3))");
            Answer refused = member.put("/api/registration", Map.of("name", "张三"), key);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("IDEMPOTENCY_IN_FLIGHT");
            elsewhere.rollback();
        }
        assertThat(member.put("/api/registration", Map.of("name", "张三"), key).status())
                .isEqualTo(200);
    }

    private static List<Answer> together(int threads, Supplier<Answer> act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch gun = new CountDownLatch(1);
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    gun.await();
                    return act.get();
                }));
            }
            gun.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
