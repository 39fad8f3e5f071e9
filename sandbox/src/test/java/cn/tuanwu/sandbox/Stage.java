package cn.tuanwu.sandbox;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import cn.tuanwu.sandbox.PlatformSettings.Callbacks;
import cn.tuanwu.sandbox.world.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import tools.jackson.databind.JsonNode;

/** The running platforms, a bot behind them, and WxJava's clients in front of them. */
final class Stage implements AutoCloseable {

    final HandClock clock = new HandClock();
    final FakeBot bot = new FakeBot();
    final PlatformSettings settings;
    final RunningPlatform platform;
    private final HttpClient http = HttpClient.newHttpClient();

    private Stage(Path directory) throws IOException {
        settings = PlatformSettings.of(Map.of(), "http://demo.example", bot.port(), bot.port(), directory)
                .with(new Callbacks(Duration.ofSeconds(2), 3, Duration.ZERO))
                .at(clock);
        bot.knows(settings);
        platform = PlatformApplication.start(settings, 0);
    }

    static Stage open() throws IOException {
        return new Stage(null);
    }

    static Stage open(Path directory) throws IOException {
        return new Stage(directory);
    }

    String url(String path) {
        return "http://127.0.0.1:" + platform.port() + path;
    }

    WxCpService weCom() {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setBaseApiUrl(url("/platform/qyapi"));
        config.setCorpId(settings.weCom().corpId());
        config.setAgentId(Integer.valueOf(settings.weCom().agentId()));
        config.setCorpSecret(settings.weCom().secret());
        WxCpService service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        return service;
    }

    WxMpService officialAccount() {
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setHostConfig(
                new WxMpHostConfig(url("/platform/weixin"), url("/platform/weixin"), url("/platform/weixin")));
        config.setAppId(settings.officialAccount().appId());
        config.setSecret(settings.officialAccount().secret());
        config.setToken(settings.officialAccount().token());
        config.useStableAccessToken(true);
        WxMpService service = new WxMpServiceImpl();
        service.setWxMpConfigStorage(config);
        return service;
    }

    WxMaService miniProgram() {
        WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
        config.setApiHostUrl(url("/platform/weixin"));
        config.setAppid(settings.miniProgram().appId());
        config.setSecret(settings.miniProgram().secret());
        config.useStableAccessToken(true);
        WxMaService service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        return service;
    }

    JsonNode get(String path) throws Exception {
        return json(send(HttpRequest.newBuilder(URI.create(url(path))).build()));
    }

    JsonNode post(String path, String body) throws Exception {
        return json(send(request(path).POST(BodyPublishers.ofString(body)).build()));
    }

    JsonNode put(String path, String body) throws Exception {
        return json(send(request(path).PUT(BodyPublishers.ofString(body)).build()));
    }

    JsonNode delete(String path) throws Exception {
        return json(send(request(path).DELETE().build()));
    }

    /** The newest line of the wire. */
    JsonNode lastOnTheWire() throws Exception {
        JsonNode entries = get("/sandbox/wire").path("entries");
        return entries.get(entries.size() - 1);
    }

    /** Posts a picture as a page's upload field does. */
    JsonNode upload(String path, byte[] picture) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"image\"; filename=\"qr.png\"\r\n".getBytes());
        body.writeBytes("Content-Type: image/png\r\n\r\n".getBytes());
        body.writeBytes(picture);
        body.writeBytes("\r\n--part--\r\n".getBytes());
        return json(send(request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path))).header("Content-Type", "application/json");
    }

    HttpResponse<byte[]> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofByteArray());
    }

    /** The member's phone as the sandbox page sees it. */
    JsonNode member() throws Exception {
        return get("/sandbox/state").path("members").get(0);
    }

    JsonNode card(String userid, String taskId) throws Exception {
        for (JsonNode operator : get("/sandbox/state").path("operators")) {
            for (JsonNode message : operator.path("chat")) {
                boolean wanted = operator.path("userid").asString().equals(userid)
                        && message.path("card").path("taskId").asString("").equals(taskId);
                if (wanted) {
                    return message.path("card");
                }
            }
        }
        throw new AssertionError(userid + " has no card " + taskId);
    }

    @Override
    public void close() {
        platform.close();
        bot.close();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return Json.object(answer.body()).orElseThrow(() -> new AssertionError(new String(answer.body())));
    }
}
