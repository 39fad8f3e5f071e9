package cn.tuanwu.api.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import cn.tuanwu.api.Tables;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posters of all branches in one ZIP. */
@Tag("console")
class PosterZipTest {
    private final Client committee = People.committee("sx-tuanwei");

    /** Break: make PosterZip issue a new invitation each time. */
    @Test
    void everyBranchGetsItsPosterAndTheSameCodeAgain() throws Exception {
        Map<String, byte[]> first = posters();
        assertThat(first.keySet())
                .hasSizeGreaterThanOrEqualTo(3)
                .anyMatch(name -> name.startsWith("南岭大学数学学院2301团支部-1001"));
        long before = Tables.number("SELECT COUNT(*) FROM invitation");
        Map<String, byte[]> second = posters();
        assertThat(Tables.number("SELECT COUNT(*) FROM invitation")).isEqualTo(before);
        for (String name : first.keySet()) {
            assertThat(address(second.get(name))).isEqualTo(address(first.get(name)));
        }
    }

    private static String address(byte[] poster) throws Exception {
        return QrPictureTest.decoded(ImageIO.read(new ByteArrayInputStream(poster)));
    }

    private Map<String, byte[]> posters() throws Exception {
        String job = committee
                .post("/api/console/invitations/posters", Map.of("days", 180))
                .text("/job");
        String path = "/api/console/jobs/" + job;
        await().atMost(Duration.ofSeconds(60))
                .until(() -> committee.get(path).text("/state").equals("DONE"));
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(committee.get(path + "/file").bytes()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
