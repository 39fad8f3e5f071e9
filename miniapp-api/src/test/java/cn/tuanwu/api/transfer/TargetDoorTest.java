package cn.tuanwu.api.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import cn.tuanwu.api.invite.QrPictureTest;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a transfer may lead to: by words and by code. */
@Tag("transfers")
class TargetDoorTest {
    private static final String TARGETS = "/api/transfer-targets";
    private final Client anyone = RunningApi.client();

    @Test
    @DisplayName("§9 found by parts of the name, initials or code; committees too, the province not")
    void foundByWords() {
        assertThat(names("数学 2301")).containsExactly("南岭大学数学学院2301团支部");
        assertThat(names("sx2301")).containsExactly("南岭大学数学学院2301团支部");
        assertThat(names("4401020001")).containsExactly("南岭大学物理学院2301团支部");
        assertThat(names("物理学院")).startsWith("共青团南岭大学物理学院委员会").hasSizeGreaterThan(1);
        assertThat(names("南岭省委")).isEmpty();
        assertThat(names("")).isEmpty();
        Answer committee = anyone.get(TARGETS + "?q=%E7%89%A9%E7%90%86%E5%AD%A6%E9%99%A2");
        assertThat(committee.text("/items/0/label")).isEqualTo("团委");
        assertThat(committee.json().at("/items/0/branch").asBoolean(true)).isFalse();
    }

    /** Break: in TargetCode.read, take every pair of digits, or every letter. */
    @Test
    @DisplayName("§9 a code leads to its organisation; a wrongly read one leads nowhere")
    void aCodeLeadsToItsOrganisation() throws Exception {
        String code = anyone.get(TARGETS + "?q=4401020001").text("/items/0/code");
        assertThat(anyone.get(TARGETS + "/" + code).text("/name")).isEqualTo("南岭大学物理学院2301团支部");
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == '7' ? '1' : '7';
            String wrong = code.substring(0, i) + other + code.substring(i + 1);
            assertThat(anyone.get(TARGETS + "/" + wrong).code()).as(wrong).isEqualTo("TRANSFER_CODE_UNKNOWN");
        }
        assertThat(anyone.get(TARGETS + "/1101").status()).isEqualTo(404);
        assertThat(anyone.get(TARGETS + "/" + URLEncoder.encode(code("数学"), StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("TRANSFER_CODE_UNKNOWN");
        byte[] picture = anyone.get(TARGETS + "/" + code + "/qr.png").bytes();
        assertThat(QrPictureTest.decoded(ImageIO.read(new ByteArrayInputStream(picture))))
                .endsWith("/t/" + code);
    }

    @Test
    @DisplayName("§9 the code of an organisation that was merged leads into the other; of a closed one nowhere")
    void theCodeOfAMergedOne() {
        organisation(1921, "merged-1921", "1101");
        organisation(1922, "closed-1922", "NULL");
        assertThat(anyone.get(TARGETS + "/" + code("merged-1921")).text("/id")).isEqualTo("1101");
        assertThat(anyone.get(TARGETS + "/" + code("closed-1922")).code()).isEqualTo("TRANSFER_CODE_UNKNOWN");
        assertThat(anyone.get(TARGETS + "/" + code("44")).code())
                .as("the province itself")
                .isEqualTo("TRANSFER_CODE_UNKNOWN");
    }

    private List<String> names(String words) {
        String typed = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return anyone.get(TARGETS + "?q=" + typed).json().path("items").findValuesAsString("name");
    }

    private static String code(String own) {
        return own + "-" + String.format("%02d", own.chars().reduce(0, (sum, one) -> (sum * 128 + one) % 97));
    }

    private static void organisation(long id, String code, String into) {
        Tables.run(
                RunningApi.DATABASE,
                "INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path, state,"
                        + " merged_into) VALUES (" + id + ", 101, 'BRANCH', '旧支部" + id + "', '旧支部" + id + "', '" + code
                        + "', 'JZB', '/1/10/101/" + id + "/', 'CLOSED', " + into + ")");
    }
}
