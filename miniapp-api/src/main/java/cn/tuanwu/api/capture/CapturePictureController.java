package cn.tuanwu.api.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.capture.CaptureDesk;
import cn.tuanwu.capture.PageDesk;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of pages on their way in, and as they are seen. The body of an upload is the picture, whatever its type says. */
@RestController
@RequestMapping("/api/work/captures")
class CapturePictureController {
    private static final Refusal STORE_AWAY = Refusal.of("FORM_STORAGE_DOWN", "文件存储暂时不可用，请稍后再试。");

    private final CaptureDesk captures;
    private final PageDesk pages;
    private final Once once;

    CapturePictureController(CaptureDesk captures, PageDesk pages, Once once) {
        this.captures = captures;
        this.pages = pages;
        this.once = once;
    }

    /** Looked at before anything is written: what is refused leaves nothing behind. */
    @PostMapping(path = "/photos", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] upload(
            Caller.Staff caller,
            Call call,
            @RequestParam("batch") String batch,
            @RequestParam(name = "replaces", required = false) String replaced,
            InputStream body)
            throws IOException {
        long id = TypedId.of(batch);
        known(caller, id);
        byte[] file = body.readAllBytes();
        long looked = stored(() -> RefusedRequest.unlessDone(pages.look(file)));
        return once.json(
                call, () -> pages.add(caller, id, looked, replaced(replaced)).map(added -> view(caller, id)));
    }

    /** What the page gave to WeChat Work, which keeps it for the bot. */
    @PostMapping(path = "/{id}/media", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] media(Caller.Staff caller, Call call, @PathVariable("id") String id, @RequestBody Uploaded wish) {
        List<String> media = wish.media() == null ? List.of() : wish.media();
        return once.json(call, () -> pages.fromMedia(caller, TypedId.of(id), media, replaced(wish.replaces()))
                .map(added -> view(caller, TypedId.of(id))));
    }

    /** Kept nowhere on the way. */
    @GetMapping("/{id}/pages/{page}/picture")
    ResponseEntity<byte[]> picture(
            Caller.Staff caller,
            @PathVariable("id") String id,
            @PathVariable("page") String page,
            @RequestParam(name = "size", defaultValue = "small") String size) {
        byte[] picture = stored(() -> captures.picture(caller, TypedId.of(id), TypedId.of(page), !size.equals("full")))
                .orElseThrow(() -> new RefusedRequest(List.of(CaptureDesk.UNKNOWN)));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    private static <T> T stored(Supplier<T> errand) {
        try {
            return errand.get();
        } catch (FileStore.Unavailable e) {
            throw new RefusedRequest(List.of(STORE_AWAY));
        }
    }

    private void known(Caller.Staff caller, long batch) {
        if (captures.find(caller, batch).isEmpty()) {
            throw new RefusedRequest(List.of(CaptureDesk.UNKNOWN));
        }
    }

    private BatchView view(Caller.Staff caller, long batch) {
        return BatchView.of(captures.find(caller, batch).orElseThrow());
    }

    private static Long replaced(String typed) {
        return typed == null ? null : TypedId.of(typed);
    }

    /**
     * @param media what wx.uploadImage answered, in order
     * @param replaces the page that was taken again, or null
     */
    record Uploaded(List<String> media, String replaces) {}
}
