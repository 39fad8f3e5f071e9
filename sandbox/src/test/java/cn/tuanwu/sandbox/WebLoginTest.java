package cn.tuanwu.sandbox;

import static cn.tuanwu.sandbox.Errcodes.assertErrcode;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.chanjar.weixin.cp.api.WxCpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("edge")
class WebLoginTest {

    private static final String PAGE = "http://demo.example/work/review/7";

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

    /** Red when OAuthCodes leaves a used code in place. */
    @Test
    void aPageLearnsItsReaderOnceByACode() throws Exception {
        String code = code(location(authorize(PAGE + "?from=card#top", "&sandbox_user=lisi")));
        assertThat(weCom.getOauth2Service().getAuthUserInfo(code).getUserId()).isEqualTo("lisi");
        assertErrcode(40029, () -> weCom.getOauth2Service().getAuthUserInfo(code));
        assertErrcode(40029, () -> weCom.getOauth2Service().getAuthUserInfo("made-up"));
    }

    @Test
    void aCodeIsTooOldAfterFiveMinutes() throws Exception {
        String code = code(location(authorize(PAGE, "&sandbox_user=lisi")));
        stage.clock.pass(Duration.ofMinutes(5));
        assertErrcode(40029, () -> weCom.getOauth2Service().getAuthUserInfo(code));
    }

    @Test
    void theWayBackKeepsQueryStateAndFragment() throws Exception {
        assertThat(location(authorize(PAGE + "?from=card#top", "&sandbox_user=lisi")))
                .matches(Pattern.quote(PAGE) + "\\?from=card&code=[A-Za-z0-9]{43}&state=s1#top");
    }

    @Test
    void thePhoneThatOpensAPageIsItsReader() throws Exception {
        String url = URLEncoder.encode(stage.url("/x"), StandardCharsets.UTF_8);
        HttpResponse<byte[]> opened = get("/sandbox/operators/zhangsan/open?url=" + url);
        assertThat(location(opened)).isEqualTo(stage.url("/x"));
        String cookie = opened.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
        var request = stage.request(authorizePath(PAGE, "")).header("Cookie", cookie);
        String code = code(location(stage.send(request.build())));
        assertThat(weCom.getOauth2Service().getAuthUserInfo(code).getUserId()).isEqualTo("zhangsan");

        String asking = URLEncoder.encode(stage.url(authorizePath(PAGE, "")), StandardCharsets.UTF_8);
        assertThat(location(get("/sandbox/operators/lisi/open?url=" + asking))).endsWith("&sandbox_user=lisi");
        assertThat(get("/sandbox/operators/lisi/open?url=javascript:alert(1)").statusCode())
                .isEqualTo(422);
    }

    /** Red when OAuthPage looks at the cookie first. */
    @Test
    void twoPhonesInOneBrowserAreToldApartByTheirFrames() throws Exception {
        var request = stage.request(authorizePath(PAGE, ""))
                .header("Cookie", "sandbox_user=zhangsan")
                .header("Sec-Fetch-Dest", "iframe");
        assertThat(body(stage.send(request.build()))).contains("exec(name)", "\"zhangsan\"");
        request = stage.request(authorizePath(PAGE, "&sandbox_user=lisi"))
                .header("Cookie", "sandbox_user=zhangsan")
                .header("Sec-Fetch-Dest", "iframe");
        String code = code(location(stage.send(request.build())));
        assertThat(weCom.getOauth2Service().getAuthUserInfo(code).getUserId()).isEqualTo("lisi");
    }

    @Test
    void strangersAndForeignPagesGetAPageThatSaysSo() throws Exception {
        assertThat(body(authorize("http://demo.example:8443/work", "&sandbox_user=lisi")))
                .contains("50001");
        assertThat(body(authorize("http://evil.example/work", "&sandbox_user=lisi")))
                .contains("50001");
        assertThat(body(authorize(PAGE, ""))).contains("请在企业微信客户端打开链接");
        assertThat(body(get(authorizePath(PAGE, "&sandbox_user=lisi").replace("appid=ww", "appid=xx"))))
                .contains("40013");
    }

    private HttpResponse<byte[]> authorize(String redirect, String more) throws Exception {
        return get(authorizePath(redirect, more));
    }

    private String authorizePath(String redirect, String more) {
        return "/platform/open/connect/oauth2/authorize?appid="
                + stage.settings.weCom().corpId() + "&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8)
                + "&response_type=code&scope=snsapi_base&state=s1&agentid=1000002" + more;
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return stage.send(stage.request(path).build());
    }

    private static String location(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static String body(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String code(String address) {
        Matcher code = Pattern.compile("[?&]code=([^&#]+)").matcher(address);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
