package cn.tuanwu.api.ceremony;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.CeremonyDesk;
import cn.tuanwu.ceremony.PictureDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of a ceremony on their way in, and as they are seen. */
@RestController
class CeremonyPhotoController {
    private static final String WORK = "/api/work/ceremonies";
    private static final String CONSOLE = "/api/console/ceremonies";

    private final CeremonyDesk ceremonies;
    private final PictureDesk pictures;
    private final PictureReception reception;

    CeremonyPhotoController(CeremonyDesk ceremonies, PictureDesk pictures, PictureReception reception) {
        this.ceremonies = ceremonies;
        this.pictures = pictures;
        this.reception = reception;
    }

    @PostMapping(path = CONSOLE + "/photos", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] keep(Caller.Reviewer caller, Call call, HttpServletRequest request) {
        return reception.take(call, request, () -> pictures.refusal(caller), looked -> pictures.add(caller, looked));
    }

    @PostMapping(path = WORK + "/photos", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] keep(Caller.Staff caller, Call call, HttpServletRequest request) {
        return reception.take(call, request, () -> pictures.refusal(caller), looked -> pictures.add(caller, looked));
    }

    @GetMapping(CONSOLE + "/{id}/photos/{photo}")
    ResponseEntity<byte[]> picture(
            Caller.Viewer caller,
            @PathVariable("id") String id,
            @PathVariable("photo") String photo,
            @RequestParam(name = "size", defaultValue = "small") String size) {
        return shown(RefusedRequest.unlessDone(
                ceremonies.photo(caller, TypedId.of(id), TypedId.of(photo), !size.equals("full"))));
    }

    @GetMapping(WORK + "/{id}/photos/{photo}")
    ResponseEntity<byte[]> picture(
            Caller.Staff caller,
            @PathVariable("id") String id,
            @PathVariable("photo") String photo,
            @RequestParam(name = "size", defaultValue = "small") String size) {
        return shown(RefusedRequest.unlessDone(
                ceremonies.photo(caller, TypedId.of(id), TypedId.of(photo), !size.equals("full"))));
    }

    @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        pictures.sweep();
    }

    /** Kept nowhere on the way. */
    private static ResponseEntity<byte[]> shown(byte[] picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }
}
