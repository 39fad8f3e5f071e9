package cn.tuanwu.sandbox.jssdk;

import cn.tuanwu.sandbox.media.MediaStore;
import cn.tuanwu.sandbox.wecom.JsTickets;
import cn.tuanwu.sandbox.world.Contacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The script a page loads, and what a real phone does for it without any network. */
@RestController
@RequestMapping("/sandbox/jssdk")
class JsSdkApi {
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

    private final JsTickets tickets;
    private final MediaStore media;
    private final Contacts contacts;

    JsSdkApi(JsTickets tickets, MediaStore media, Contacts contacts) {
        this.tickets = tickets;
        this.media = media;
        this.contacts = contacts;
    }

    record Answer(boolean ok, String errMsg) {}

    @GetMapping("/jweixin.js")
    ResponseEntity<byte[]> script() {
        try (InputStream script = JsSdkApi.class.getResourceAsStream("jweixin.js")) {
            return ResponseEntity.ok()
                    .contentType(SCRIPT)
                    .cacheControl(CacheControl.noCache())
                    .body(script.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/config")
    Answer config(@RequestBody JsTickets.Config config) {
        Optional<String> complaint = tickets.complaint(config);
        return new Answer(complaint.isEmpty(), "config:" + complaint.orElse("ok"));
    }

    /** wx.uploadImage: the phone hands the picture to WeChat Work, which names it. */
    @PostMapping("/pictures")
    ResponseEntity<Map<String, String>> upload(
            @RequestParam(defaultValue = "") String owner,
            @CookieValue(name = "sandbox_user", defaultValue = "") String phone,
            @RequestBody byte[] picture) {
        boolean known = contacts.find(owner.isEmpty() ? phone : owner).isPresent();
        if (!known || !MediaStore.isPicture(picture)) {
            return ResponseEntity.status(known ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.FORBIDDEN)
                    .body(Map.of("errMsg", known ? "uploadImage:fail invalid image" : "uploadImage:fail no phone"));
        }
        return ResponseEntity.ok(
                Map.of("serverId", media.keepPicture("wx.jpg", picture).id()));
    }
}
