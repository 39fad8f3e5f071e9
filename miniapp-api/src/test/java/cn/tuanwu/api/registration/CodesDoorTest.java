package cn.tuanwu.api.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RunningApi;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Tag("registration")
class CodesDoorTest {
    private final Client client = RunningApi.client();

    /** Break: leave a row out of V11 or V31. */
    @ParameterizedTest(name = "§3 {0} has the {1} codes of the standard, {2} is {3}")
    @CsvSource({
        "ethnicity, 58, 56, 基诺族",
        "politicalStatus, 13, 11, 台盟盟员",
        "education, 33, 28, 大学普通班",
        "occupation, 14, 06, 学生",
        "income, 5, 5, 10000 元以上"
    })
    void theTablesAreWhole(String table, int size, String code, String name) {
        JsonNode rows = client.get("/api/codes").json().path(table);
        assertThat(rows).hasSize(size);
        assertThat(names(rows, code)).containsExactly(name);
    }

    @Test
    @DisplayName("§3 GB/T 2260: 34 provinces, their cities, their counties")
    void regionsAreServedStepByStep() {
        Answer provinces = client.get("/api/codes/regions");
        assertThat(provinces.json().path("items")).hasSize(34);
        assertThat(client.get("/api/codes/regions?within=440000").json().path("items"))
                .hasSize(21);
        JsonNode guangzhou =
                client.get("/api/codes/regions?within=440100").json().path("items");
        assertThat(names(guangzhou, "440103")).containsExactly("荔湾区");
        assertThat(client.get("/api/codes/regions?within=441900").json().path("items"))
                .isEmpty();
        assertThat(client.get("/api/codes/regions?within=%27").json().path("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("§3 a household of no region is refused, words of older records are not")
    void aHouseholdIsARegion() {
        Client member = People.member();
        Answer refused = member.post("/api/registration/submit", People.profileWith("household", "449999"));
        assertThat(refused.errors()).containsExactly("household:CODE_UNKNOWN");
        assertThat(member.post("/api/registration/submit", People.profileWith("household", "440103"))
                        .status())
                .isEqualTo(200);
    }

    private static List<String> names(JsonNode rows, String code) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("code").asString().equals(code))
                .map(row -> row.path("name").asString())
                .toList();
    }
}
