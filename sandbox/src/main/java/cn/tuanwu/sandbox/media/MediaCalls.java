package cn.tuanwu.sandbox.media;

import cn.tuanwu.sandbox.gate.Tokens;
import cn.tuanwu.sandbox.world.WorldState.App;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of the media calls. WeChat's serve the official account and the mini-program, told apart by the token. */
@RestController
@RequestMapping("/platform")
class MediaCalls {

    private final MediaApi media;
    private final Tokens tokens;

    MediaCalls(MediaApi media, Tokens tokens) {
        this.media = media;
        this.tokens = tokens;
    }

    @PostMapping("/{host:qyapi|weixin}/cgi-bin/media/upload")
    ResponseEntity<byte[]> upload(
            @PathVariable String host,
            @RequestParam(name = "access_token", required = false) String token,
            @RequestParam(required = false) String type,
            @RequestHeader(name = "Content-Type", required = false) String contentType,
            @RequestBody(required = false) byte[] body) {
        return media.upload(app(host, token), token, type, contentType, body);
    }

    @PostMapping("/{host:qyapi|weixin}/cgi-bin/media/uploadimg")
    ResponseEntity<byte[]> uploadPicture(
            @PathVariable String host,
            @RequestParam(name = "access_token", required = false) String token,
            @RequestHeader(name = "Content-Type", required = false) String contentType,
            @RequestBody(required = false) byte[] body) {
        return media.uploadPicture(app(host, token), token, contentType, body);
    }

    @GetMapping("/{host:qyapi|weixin}/cgi-bin/media/get")
    ResponseEntity<byte[]> download(
            @PathVariable String host,
            @RequestParam(name = "access_token", required = false) String token,
            @RequestParam(name = "media_id", required = false) String mediaId) {
        return media.download(app(host, token), token, mediaId);
    }

    @GetMapping("/pictures/{id}")
    ResponseEntity<byte[]> picture(@PathVariable String id) {
        return media.picture(id);
    }

    private App app(String host, String token) {
        if (host.equals("qyapi")) {
            return App.WECOM;
        }
        return tokens.owner(token).filter(App.MINI_PROGRAM::equals).orElse(App.OFFICIAL_ACCOUNT);
    }
}
