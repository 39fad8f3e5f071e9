package cn.tuanwu.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

class SessionsTest {
    private final StringRedisTemplate redis = RunningApi.bean(StringRedisTemplate.class);

    @Test
    void aMembersSessionIdlesThirtyDaysAConsolesThirtyMinutes() {
        assertThat(secondsLeft(People.member()))
                .isBetween(
                        Duration.ofDays(30).toSeconds() - 60,
                        Duration.ofDays(30).toSeconds() + 600);
        assertThat(secondsLeft(People.committee("sx-tuanwei"))).isBetween(29 * 60L, 40 * 60L);
    }

    @Test
    void whatRestsInRedisIsPlainTextAboutAnAccountNumber() {
        Map<Object, Object> session = redis.opsForHash().entries(place(People.member()));
        assertThat(session)
                .containsOnlyKeys(
                        "creationTime",
                        "lastAccessedTime",
                        "maxInactiveInterval",
                        "sessionAttr:kind",
                        "sessionAttr:id",
                        "sessionAttr:since",
                        "sessionAttr:device");
        assertThat(session.get("sessionAttr:id").toString()).matches("\"[0-9]+\"");
    }

    @Test
    void aConsolesSessionEndsAfterTwelveHoursHoweverBusyItWas() {
        Client committee = People.committee("sx-tuanwei");
        assertThat(committee.get("/api/console/branches").status()).isEqualTo(200);
        redis.opsForHash().put(place(committee), "sessionAttr:since", "\"2026-01-01T00:00:00Z\"");
        assertThat(committee.get("/api/console/branches").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(redis.hasKey(place(committee))).isFalse();
    }

    @Test
    void theSessionOfAnAccountThatIsGoneOpensNothing() {
        Client member = People.member();
        String account = member.get("/api/me").text("/account/id");
        Tables.run(RunningApi.DATABASE, "DELETE FROM account WHERE id = " + account);
        assertThat(member.get("/api/me").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(member.put("/api/registration", Map.of("name", "甲乙")).code()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void aMemberWhoseNumberIsACommitteesTooIsStillNoCommittee() {
        Client member = People.member();
        String account = member.get("/api/me").text("/account/id");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO org_account (id, organisation_id, login, password_hash) VALUES (" + account
                        + ", 100, 'twin-" + account + "', 'none')");
        assertThat(member.get("/api/console/branches").code()).isEqualTo("NOT_SIGNED_IN");
    }

    private long secondsLeft(Client client) {
        return redis.getExpire(place(client), TimeUnit.SECONDS);
    }

    private static String place(Client client) {
        return "tuanwu:session:sessions:" + client.session();
    }
}
