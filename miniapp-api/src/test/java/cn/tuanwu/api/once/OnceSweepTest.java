package cn.tuanwu.api.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnceSweepTest {

    @Test
    void keysOfLastWeekAreForgottenOthersKept() {
        Client member = People.member();
        String key = Client.key();
        member.put("/api/registration", Map.of("name", "甲乙"), key);
        long kept = Tables.number("SELECT COUNT(*) FROM idempotency");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO idempotency (caller, idem_key, request_hash, created_at) VALUES ('nobody:old', REPEAT('a', 32),"
                        + " REPEAT('b', 32), DATE_SUB(UTC_TIMESTAMP(3), INTERVAL 169 HOUR))");
        RunningApi.bean(OnceSweep.class).sweep();
        await().untilAsserted(() ->
                assertThat(Tables.number("SELECT COUNT(*) FROM idempotency")).isEqualTo(kept));
        assertThat(member.put("/api/registration", Map.of("name", "丙丁"), key).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }
}
