package cn.tuanwu.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("story")
class SignInDoorTest {
    private final Client client = RunningApi.client();

    @Test
    void signingInFailsTheSameForAWrongPasswordAndAnUnknownPhone() {
        String phone = People.phone();
        People.member(phone);
        Answer wrong = client.post("/api/sessions", Map.of("phone", phone, "password", "wrong-wrong"));
        Answer unknown = client.post("/api/sessions", Map.of("phone", People.phone(), "password", "wrong-wrong"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("LOGIN_FAILED");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void fiveWrongPasswordsSlowTheAccountDown() {
        String phone = People.phone();
        People.member(phone);
        for (int i = 0; i < 5; i++) {
            client.post("/api/sessions", Map.of("phone", phone, "password", "wrong-wrong"));
        }
        Answer slowed = client.post("/api/sessions", Map.of("phone", phone, "password", People.PASSWORD));
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.code()).isEqualTo("LOGIN_SLOWED");
    }

    @Test
    void aPhoneNobodyHasIsSlowedDownLikeAnyOther() {
        Map<String, String> guess = Map.of("phone", People.phone(), "password", "wrong-wrong");
        for (int i = 0; i < 5; i++) {
            assertThat(client.post("/api/sessions", guess).code()).isEqualTo("LOGIN_FAILED");
        }
        assertThat(client.post("/api/sessions", guess).code()).isEqualTo("LOGIN_SLOWED");
    }

    @Test
    void signingInGivesANewSessionAndEndsTheOneItCameWith() {
        String phone = People.phone();
        Client first = People.member(phone);
        Answer again = first.post("/api/sessions", Map.of("phone", phone, "password", People.PASSWORD));
        assertThat(again.text("/session")).isNotEqualTo(first.session());
        assertThat(first.get("/api/me").status()).isEqualTo(401);
        assertThat(client.with(again.text("/session")).get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionAndMayBeRepeated() {
        Client member = People.member();
        assertThat(member.delete("/api/sessions/current").status()).isEqualTo(204);
        assertThat(member.delete("/api/sessions/current").status()).isEqualTo(204);
        Answer refused = member.get("/api/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("NOT_SIGNED_IN");
    }
}
