package cn.tuanwu.capture;

import cn.tuanwu.capture.Batch.PageState;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.photo.PhotoDesk;
import cn.tuanwu.push.PushDesk;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** For the worker that fetches pictures from the platform. Killed between any two lines it may begin again. */
@Service
public class FetchDesk {
    /** How long the platform keeps a picture. */
    private static final int DAYS = 3;

    private static final String LOST = "照片已过期，取不到了，请重新拍照发送。";

    private final PageRows pages;
    private final BatchRows batches;
    private final PhotoDesk photos;
    private final FileStore files;
    private final PushDesk pushes;
    private final Tx tx;

    FetchDesk(PageRows pages, BatchRows batches, PhotoDesk photos, FileStore files, PushDesk pushes, Tx tx) {
        this.pages = pages;
        this.batches = batches;
        this.photos = photos;
        this.files = files;
        this.pushes = pushes;
        this.tx = tx;
    }

    /** The media id of a page that still waits for its picture. */
    public Optional<String> due(long pageId) {
        return Optional.ofNullable(pages.find(pageId))
                .filter(page -> page.state == PageState.WAITING)
                .map(page -> page.mediaId);
    }

    /** Whether its three days are over. */
    public boolean isTooOld(long pageId) {
        return pages.isOlder(pageId, DAYS);
    }

    /** The platform does not have it any more. */
    public void lost(long pageId) {
        settle(pageId, PageState.LOST, LOST);
    }

    /**
     * Looks at the picture and keeps its page. Not in a transaction.
     *
     * @throws FileStore.Unavailable when it could not be kept: to be tried again
     */
    public void received(long pageId, byte[] file) {
        Outcome<PhotoDesk.Page> read = photos.read(file);
        if (read instanceof Outcome.Refused<PhotoDesk.Page> refused) {
            settle(pageId, PageState.REFUSED, refused.first().text());
            return;
        }
        String key = PageRow.key(pageId);
        files.put(key, ((Outcome.Done<PhotoDesk.Page>) read).value().jpeg(), "image/jpeg");
        if (!settle(pageId, PageState.READY, null) && pages.lives(pageId) == 0) {
            // It was taken out meanwhile.
            files.drop(key);
        }
    }

    private boolean settle(long pageId, PageState state, String problem) {
        return tx.write(() -> {
            boolean settled = pages.settle(pageId, state, problem) == 1;
            if (settled) {
                PageRow page = pages.find(pageId);
                BatchRow batch = batches.find(page.batchId);
                if (page.inChat && batch.state.isLive()) {
                    pushes.enqueue(AskDesk.question(batch));
                }
            }
            return settled;
        });
    }
}
