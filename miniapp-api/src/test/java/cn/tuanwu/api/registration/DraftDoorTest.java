package cn.tuanwu.api.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftDoorTest {
    private final Client member = People.member();

    @Test
    void aDraftNamesTheChosenBranch() {
        member.put("/api/registration", Map.of("branchId", "1001"));
        assertThat(member.get("/api/registration").text("/branch/name")).isEqualTo("南岭大学数学学院2301团支部");
    }

    @Test
    void aCommitteeIsNoBranch() {
        member.put("/api/registration", Map.of("branchId", "1"));
        assertThat(member.get("/api/registration").json().path("branch").isNull())
                .isTrue();
    }

    @Test
    void aWithdrawnRegistrationGivesTheMembersOwnNumberBack() {
        Map<String, Object> profile = People.profile();
        member.post("/api/registration/submit", profile);
        member.post("/api/registration/withdraw", Map.of());
        assertThat(member.get("/api/registration").text("/profile/documentNumber"))
                .isEqualTo(profile.get("documentNumber"));
    }
}
