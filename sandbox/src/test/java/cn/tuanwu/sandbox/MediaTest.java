package cn.tuanwu.sandbox;

import static cn.tuanwu.sandbox.Errcodes.assertErrcode;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.sandbox.world.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import me.chanjar.weixin.common.bean.result.WxMediaUploadResult;
import me.chanjar.weixin.cp.api.WxCpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Tag("edge")
class MediaTest {

    private static final byte[] PNG = ("\u0089PNG" + "x".repeat(40)).getBytes(StandardCharsets.ISO_8859_1);

    private Stage stage;
    private WxCpService weCom;

    @BeforeEach
    void open() throws Exception {
        stage = Stage.open();
        weCom = stage.weCom();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatWasUploadedComesBackUnderItsName() throws Exception {
        WxMediaUploadResult kept = weCom.getMediaService().upload("file", "志愿书 张三.png", new ByteArrayInputStream(PNG));
        assertThat(kept.getType()).isEqualTo("file");
        assertThat(kept.getCreatedAt()).isEqualTo(stage.clock.instant().getEpochSecond());
        File file = weCom.getMediaService().download(kept.getMediaId());
        try {
            assertThat(file).hasBinaryContent(PNG);
        } finally {
            Files.delete(file.toPath());
        }
        HttpResponse<byte[]> raw = download(kept.getMediaId());
        String disposition = raw.headers().firstValue("Content-Disposition").orElseThrow();
        assertThat(new String(disposition.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .startsWith("attachment; filename=\"")
                .endsWith("志愿书 张三.png\"");
    }

    /** Break: in MediaStore.isOver, answer false. */
    @Test
    void aMediumIsGoneAfterThreeDaysAndUnknownToOthers() throws Exception {
        String id = weCom.getMediaService()
                .upload("image", "a.png", new ByteArrayInputStream(PNG))
                .getMediaId();
        assertErrcode(40007, () -> stage.officialAccount().getMaterialService().mediaDownload(id));
        stage.clock.pass(Duration.ofDays(3).minusSeconds(1));
        weCom.getAccessToken(true);
        assertThat(download(id).body()).isEqualTo(PNG);
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(new String(download(id).body(), StandardCharsets.UTF_8)).contains("40007");
    }

    /** The time is text in WeChat Work and a number elsewhere; only WeChat Work answers an errcode. */
    @Test
    void thePlatformsAnswerAnUploadInTheirOwnWays() throws Exception {
        JsonNode work = upload("/platform/qyapi", weCom.getAccessToken(), "image", PNG);
        assertThat(work.path("created_at").isString()).isTrue();
        assertThat(work.path("errcode").asInt(-1)).isZero();
        String token = stage.officialAccount().getAccessToken();
        JsonNode account = upload("/platform/weixin", token, "image", PNG);
        assertThat(account.path("created_at").isNumber()).isTrue();
        assertThat(account.has("errcode")).isFalse();
    }

    /** Break: in MediaRules.fault, leave out one question. */
    @ParameterizedTest
    @CsvSource({
        "stone, 100, png, 40004",
        "image, 0, png, 44001",
        "image, 5, png, 40006",
        "image, 10485761, png, 40009",
        "image, 100, text, 40123",
        "voice, 2097153, amr, 40010",
        "voice, 100, png, 40005",
        "video, 10485761, text, 40011",
        "file, 20971521, text, 40006",
        "file, 20971520, text, 0"
    })
    void mediaThatDoNotFitGetTheCodeOfTheirFault(String type, int size, String format, int errcode) throws Exception {
        byte[] content = new byte[size];
        byte[] head = (format.equals("png") ? "\u0089PNG" : format.equals("amr") ? "#!AMR" : "text")
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, content, 0, Math.min(size, head.length));
        JsonNode answer = upload("/platform/qyapi", weCom.getAccessToken(), type, content);
        assertThat(answer.path("errcode").asInt(-1)).isEqualTo(errcode);
    }

    @Test
    void aPictureOfAnArticleStays() throws Exception {
        String url = post("/platform/qyapi/cgi-bin/media/uploadimg?access_token=" + weCom.getAccessToken(), PNG)
                .path("url")
                .asString();
        stage.clock.pass(Duration.ofDays(30));
        HttpRequest get = HttpRequest.newBuilder(URI.create(stage.url(url.substring(url.indexOf("/platform/")))))
                .build();
        assertThat(stage.send(get).body()).isEqualTo(PNG);
    }

    private JsonNode upload(String platform, String token, String type, byte[] content) throws Exception {
        return post(platform + "/cgi-bin/media/upload?access_token=" + token + "&type=" + type, content);
    }

    private JsonNode post(String path, byte[] content) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"报告.bin\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes());
        HttpResponse<byte[]> answer = stage.send(HttpRequest.newBuilder(URI.create(stage.url(path)))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        return Json.object(answer.body()).orElseThrow();
    }

    private HttpResponse<byte[]> download(String id) throws Exception {
        String path = "/platform/qyapi/cgi-bin/media/get?access_token=" + weCom.getAccessToken() + "&media_id=" + id;
        return stage.send(HttpRequest.newBuilder(URI.create(stage.url(path))).build());
    }
}
