package cn.tuanwu.api.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.registration.OfflineDesk;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a reviewer hands in a picture for an offline pass. The body is the picture, whatever its type says. */
@RestController
class OfflinePhotoController {
    private final OfflineDesk offline;
    private final Once once;

    OfflinePhotoController(OfflineDesk offline, Once once) {
        this.offline = offline;
        this.once = once;
    }

    @PostMapping(path = "/api/console/reviews/photos", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] keep(Caller.Reviewer caller, Call call, InputStream body) throws IOException {
        byte[] picture = body.readAllBytes();
        return once.json(call, () -> offline.keep(caller, picture).map(id -> new Kept(Long.toString(id))));
    }

    @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        offline.sweep();
    }

    record Kept(String id) {}
}
