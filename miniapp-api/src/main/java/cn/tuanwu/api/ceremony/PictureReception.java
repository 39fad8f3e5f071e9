package cn.tuanwu.api.ceremony;

import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.once.PassingFile;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.ceremony.PictureDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Takes one picture from the line to the store. One is drawn at a time, so that papers never wait for them. */
@Component
class PictureReception {
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int AT_ONCE = 1;
    private static final int PATIENCE_SECONDS = 40;
    private static final Refusal TOO_LARGE = Refusal.at("photos", "PHOTO_TOO_LARGE", "照片超过 20 MB，请选择小一些的照片。");
    private static final Refusal BUSY = Refusal.at("photos", "CEREMONY_BUSY", "现在上传的人较多，这张照片没有保存，请稍后重试。");
    private static final Refusal CUT = Refusal.at("photos", "BODY_UNREADABLE", "照片没有传完，请重试。");

    private final PictureDesk pictures;
    private final Once once;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    PictureReception(PictureDesk pictures, Once once) {
        this.pictures = pictures;
        this.once = once;
    }

    /**
     * The body is the picture, whatever its type says. Sent again with the same key it is kept once.
     *
     * @param refusal why the caller may add nothing, asked before a place is taken
     * @param add takes in for the caller what was kept; what it refuses is kept no longer
     */
    byte[] take(
            Call call,
            HttpServletRequest request,
            Supplier<Optional<Refusal>> refusal,
            Function<Long, Outcome<Long>> add) {
        try (InputStream body = request.getInputStream();
                PassingFile file = PassingFile.arrive(body, LARGEST)) {
            if (file.isTooLarge()) {
                skip(body);
                throw new RefusedRequest(List.of(TOO_LARGE));
            }
            Call mine = call.part(1, file.print());
            Optional<Kept> earlier = once.earlier(mine, Kept.class);
            if (earlier.isPresent()) {
                return once.json(mine, () -> Outcome.done(earlier.get()));
            }
            refusal.get().ifPresent(why -> {
                throw new RefusedRequest(List.of(why));
            });
            return added(mine, RefusedRequest.unlessDone(inTurn(file)), add);
        } catch (IOException e) {
            throw new RefusedRequest(List.of(CUT));
        }
    }

    /** Drawn and stored before anything is written: what is refused leaves nothing behind. */
    private byte[] added(Call mine, long looked, Function<Long, Outcome<Long>> add) {
        try {
            return once.json(mine, () -> add.apply(looked).map(id -> new Kept(Long.toString(id))));
        } catch (RefusedRequest refused) {
            pictures.drop(looked);
            throw refused;
        }
    }

    private Outcome<Long> inTurn(PassingFile file) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Outcome.refused(BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(BUSY);
        }
        try {
            return pictures.look(file.bytes());
        } finally {
            places.release();
        }
    }

    /** Whoever still sends reads no answer; whoever sends without an end has to live with that. */
    private static void skip(InputStream body) throws IOException {
        body.skip(LARGEST);
    }

    record Kept(String id) {}
}
