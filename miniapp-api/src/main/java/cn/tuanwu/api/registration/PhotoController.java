package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.registration.EvidenceDesk;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a member hands in a picture that will support a correction. The body is the picture, whatever its type says. */
@RestController
class PhotoController {
    private final EvidenceDesk evidence;
    private final Once once;

    PhotoController(EvidenceDesk evidence, Once once) {
        this.evidence = evidence;
        this.once = once;
    }

    @PostMapping(path = "/api/registration/photos", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] keep(Caller.OwnAccount caller, Call call, InputStream body) throws IOException {
        byte[] picture = body.readAllBytes();
        return once.json(call, () -> evidence.keep(caller, picture).map(id -> new Kept(Long.toString(id))));
    }

    @Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        evidence.sweep();
    }

    record Kept(String id) {}
}
