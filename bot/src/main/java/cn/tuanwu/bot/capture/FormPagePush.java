package cn.tuanwu.bot.capture;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.tencent.CallResult;
import cn.tuanwu.bot.tencent.ErrorCodes;
import cn.tuanwu.bot.tencent.Platform;
import cn.tuanwu.bot.tencent.WeComMedia;
import cn.tuanwu.bot.work.Backoff;
import cn.tuanwu.capture.FetchDesk;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Fetches a page's picture while the platform keeps it, and has it looked at. */
@Component
class FormPagePush implements PushHandler {
    /** Looking takes memory and a core; the other lanes are for the other pushes. */
    private static final int AT_ONCE = 3;

    private static final Duration SOON = Duration.ofMillis(500);
    private static final int GONE = 40007;

    private final FetchDesk fetching;
    private final WeComMedia media;
    private final ErrorCodes codes;
    private final Semaphore places = new Semaphore(AT_ONCE);

    FormPagePush(FetchDesk fetching, WeComMedia media, ErrorCodes codes) {
        this.fetching = fetching;
        this.media = media;
        this.codes = codes;
    }

    @Override
    public PushKind kind() {
        return PushKind.FORM_PAGE;
    }

    @Override
    public Next send(Claimed push) {
        Optional<String> mediaId = fetching.due(push.subject());
        if (mediaId.isEmpty()) {
            return Next.skip("fetched before, or taken out");
        }
        if (!places.tryAcquire()) {
            return Next.held(SOON, "others are being looked at");
        }
        try {
            return fetch(push, mediaId.get());
        } finally {
            places.release();
        }
    }

    private Next fetch(Claimed push, String mediaId) {
        CallResult<byte[]> fetched = media.fetch(mediaId);
        if (fetched instanceof CallResult.Ok<byte[]> ok) {
            return receive(push, ok.value());
        }
        boolean gone = fetched instanceof CallResult.Refused<byte[]> refused && refused.errcode() == GONE;
        if (gone || fetching.isTooOld(push.subject())) {
            fetching.lost(push.subject());
            return Next.skip("the platform does not have it any more");
        }
        return codes.afterFailure(Platform.WECOM, fetched, push.attempts());
    }

    private Next receive(Claimed push, byte[] file) {
        try {
            fetching.received(push.subject(), file);
            return Next.DONE;
        } catch (FileStore.Unavailable e) {
            return Next.later(Backoff.after(push.attempts()), "the file store is away");
        }
    }
}
