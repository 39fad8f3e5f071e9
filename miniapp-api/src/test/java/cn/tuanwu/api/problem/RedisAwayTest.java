package cn.tuanwu.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.AnotherApi;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import cn.tuanwu.api.Tables;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
class RedisAwayTest {

    @Test
    void withoutRedisNobodyIsLetInAndAnAccountMadeMeanwhileIsNotLost() {
        try (AnotherApi api = AnotherApi.withRedis("redis://127.0.0.1:1")) {
            Client client = api.client();
            assertThat(client.get("/api/codes").status()).isEqualTo(200);
            ProblemsTest.problem(client.with("some-session").get("/api/me"), 503, "UNAVAILABLE");
            ProblemsTest.problem(client.with("some-session").get("/api/console/branches"), 503, "UNAVAILABLE");
            ProblemsTest.problem(client.get("/api/me"), 401, "NOT_SIGNED_IN");

            String phone = People.phone();
            Map<String, Object> wish = People.wish(phone, People.smsCode(phone));
            String key = Client.key();
            ProblemsTest.problem(client.post("/api/accounts", wish, key), 503, "UNAVAILABLE");
            long accounts = Tables.number("SELECT COUNT(*) FROM account");
            var signedIn = cn.tuanwu.api.RunningApi.client().post("/api/accounts", wish, key);
            assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(201);
            assertThat(Tables.number("SELECT COUNT(*) FROM account")).isEqualTo(accounts);
        }
    }
}
