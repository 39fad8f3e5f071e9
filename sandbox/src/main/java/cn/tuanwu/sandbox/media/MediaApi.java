package cn.tuanwu.sandbox.media;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.gate.Gate;
import cn.tuanwu.sandbox.wire.WireNote;
import cn.tuanwu.sandbox.world.WorldState.App;
import cn.tuanwu.sandbox.world.WorldState.Media;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Upload and download as both platforms know them; what differs is said by {@code app}. */
@Component
class MediaApi {

    private final Gate gate;
    private final MediaStore store;
    private final String publicUrl;

    MediaApi(PlatformSettings settings, Gate gate, MediaStore store) {
        this.gate = gate;
        this.store = store;
        this.publicUrl = settings.publicUrl();
    }

    ResponseEntity<byte[]> upload(App app, String token, String type, String contentType, byte[] body) {
        return gate.pass(
                app,
                token,
                () -> withFile(contentType, body, file -> {
                    Optional<ApiAnswer> fault = MediaRules.fault(app == App.WECOM, type, file.content());
                    return fault.orElseGet(() -> uploaded(app, store.keepForThreeDays(app, type, file)));
                }));
    }

    ResponseEntity<byte[]> uploadPicture(App app, String token, String contentType, byte[] body) {
        return gate.pass(
                app,
                token,
                () -> withFile(contentType, body, file -> {
                    Optional<ApiAnswer> fault = MediaRules.pictureFault(app == App.WECOM, file.content());
                    return fault.orElseGet(() -> {
                        ApiAnswer answer = app == App.WECOM ? ApiAnswer.ok() : ApiAnswer.bare();
                        return answer.with(
                                "url",
                                publicUrl + "/platform/pictures/"
                                        + store.keepForGood(app, file).id());
                    });
                }));
    }

    /** The bytes with their name, or JSON with an errcode. */
    ResponseEntity<byte[]> download(App app, String token, String mediaId) {
        Optional<ApiAnswer> refusal = gate.refuse(app, token);
        if (refusal.isPresent()) {
            return refusal.get().http();
        }
        Optional<Media> media = mediaId == null ? Optional.empty() : store.find(app, mediaId);
        return media.flatMap(found -> store.content(found).map(content -> file(found, content)))
                .orElseGet(() -> ApiAnswer.refused(40007, "invalid media_id").http());
    }

    ResponseEntity<byte[]> picture(String id) {
        return store.picture(id)
                .flatMap(store::content)
                .map(content -> ResponseEntity.ok()
                        .contentType(
                                MediaRules.format(content).equals("png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                        .body(content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ApiAnswer withFile(String contentType, byte[] body, Function<Multipart, ApiAnswer> use) {
        Optional<Multipart> file = Multipart.file(contentType, body, "media");
        file.ifPresent(found ->
                WireNote.title("上传素材 " + found.filename() + "（" + (found.content().length + 1023) / 1024 + " KB）"));
        return file.map(use).orElseGet(() -> ApiAnswer.refused(41005, "media data missing"));
    }

    /** WeChat Work answers the time as text and with an errcode, WeChat as a number and without one. */
    private static ApiAnswer uploaded(App app, Media media) {
        long at = media.at().getEpochSecond();
        if (app == App.WECOM) {
            return ApiAnswer.ok()
                    .with("type", media.type())
                    .with("media_id", media.id())
                    .with("created_at", String.valueOf(at));
        }
        String name = media.type().equals("thumb") ? "thumb_media_id" : "media_id";
        return ApiAnswer.bare()
                .with("type", media.type())
                .with(name, media.id())
                .with("created_at", at);
    }

    /** The name goes out as raw UTF-8, as the platforms send it; headers are written byte by byte. */
    private static ResponseEntity<byte[]> file(Media media, byte[] content) {
        String raw = new String(media.filename().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return ResponseEntity.ok()
                .contentType(
                        switch (MediaRules.format(content)) {
                            case "png" -> MediaType.IMAGE_PNG;
                            case "jpg" -> MediaType.IMAGE_JPEG;
                            default -> MediaType.APPLICATION_OCTET_STREAM;
                        })
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + raw + "\"")
                .body(content);
    }
}
