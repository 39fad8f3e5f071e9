package cn.tuanwu.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.photo.PhotoDesk;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Takes pages in: a message of the chat, what the page uploaded to WeChat Work, a file. None is taken twice. */
@Service
public class PageDesk {
    static final Refusal FULL = Refusal.of("CAPTURE_FULL", "一份志愿书最多 " + Batch.MOST_PAGES + " 页，这张照片没有收下。");
    private static final Refusal NO_MEDIA = Refusal.at("media", "CAPTURE_MEDIA_INVALID", "照片没有上传成功，请重新选择。");
    private static final Pattern MEDIA = Pattern.compile("[0-9A-Za-z_@.-]{1,256}");
    private static final int NUMBER = 20;

    private final BatchRows batches;
    private final PageRows pages;
    private final Retakes retakes;
    private final PhotoDesk photos;
    private final FileStore files;
    private final PushDesk pushes;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    PageDesk(
            BatchRows batches,
            PageRows pages,
            Retakes retakes,
            PhotoDesk photos,
            FileStore files,
            PushDesk pushes,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.batches = batches;
        this.pages = pages;
        this.retakes = retakes;
        this.photos = photos;
        this.files = files;
        this.pushes = pushes;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** A picture in the chat goes to the sender's open batch. Refused with CAPTURE_FULL, CAPTURE_MEDIA_INVALID. */
    public Outcome<Long> collect(Caller.Staff caller, Instant sentAt, String messageId, String mediaId) {
        if (!isMedia(mediaId) || !messageId.matches("[0-9]{1," + NUMBER + "}")) {
            return Outcome.refused(NO_MEDIA);
        }
        PageRow page = page(hash("message:" + messageId), Batch.PageState.WAITING);
        page.inChat = true;
        page.mediaId = mediaId;
        sent(page, sentAt, messageId);
        return tx.write(() -> {
            if (pages.known(page.origin) > 0) {
                return Outcome.done(page.id);
            }
            batches.open(ids.next(), caller.staffId());
            BatchRow batch = batches.ofStaff(caller.staffId());
            return put(batch, page);
        });
    }

    /** Pictures the page gave to WeChat Work. Refused as above, and with CAPTURE_UNKNOWN. */
    public Outcome<Long> fromMedia(Caller.Staff caller, long batchId, List<String> mediaIds, Long replaced) {
        return tx.write(() -> {
            if (batches.touch(batchId, caller.staffId()) == 0) {
                return Outcome.refused(CaptureDesk.UNKNOWN);
            }
            if (mediaIds.isEmpty() || !mediaIds.stream().allMatch(PageDesk::isMedia)) {
                return Outcome.refused(NO_MEDIA);
            }
            for (String mediaId : mediaIds) {
                PageRow page = page(hash("media:" + mediaId), Batch.PageState.WAITING);
                page.mediaId = mediaId;
                sent(page, clock.instant(), Long.toString(page.id));
                Outcome<Long> added = add(caller, batchId, page, replaced);
                if (added instanceof Outcome.Refused<Long>) {
                    return added;
                }
            }
            return Outcome.done(batchId);
        });
    }

    /**
     * Looks at a file and keeps its page, for {@link #add} to take in; what nobody takes in is swept. Not in a transaction.
     * Refused as {@link PhotoDesk#read}.
     */
    public Outcome<Long> look(byte[] file) {
        return photos.read(file).map(read -> {
            long id = ids.next();
            files.put(PageRow.key(id), read.jpeg(), "image/jpeg");
            return id;
        });
    }

    /** Takes in what {@link #look} kept. Refused with CAPTURE_FULL, CAPTURE_UNKNOWN. */
    public Outcome<Long> add(Caller.Staff caller, long batchId, long looked, Long replaced) {
        PageRow page = page(hash("file:" + looked), Batch.PageState.READY);
        page.id = looked;
        sent(page, clock.instant(), Long.toString(looked));
        return tx.write(() -> add(caller, batchId, page, replaced));
    }

    private Outcome<Long> add(Caller.Staff caller, long batchId, PageRow page, Long replaced) {
        if (batches.touch(batchId, caller.staffId()) == 0) {
            return Outcome.refused(CaptureDesk.UNKNOWN);
        }
        Optional<PageRow> old = pages.of(batchId).stream()
                .filter(one -> replaced != null && one.id == replaced)
                .findFirst();
        old.ifPresent(one -> pages.takeOut(one.id));
        Outcome<Long> put = put(batches.find(batchId), page);
        old.ifPresent(one -> retakes.replace(one, page.id));
        return put;
    }

    private Outcome<Long> put(BatchRow batch, PageRow page) {
        if (pages.count(batch.id) >= Batch.MOST_PAGES) {
            return Outcome.refused(FULL);
        }
        page.batchId = batch.id;
        if (pages.insert(page) == 1 && page.mediaId != null) {
            pushes.enqueue(Push.now(PushKind.FORM_PAGE, page.id));
        }
        if (page.inChat) {
            pushes.enqueue(AskDesk.question(batch));
        }
        return Outcome.done(page.id);
    }

    private PageRow page(byte[] origin, Batch.PageState state) {
        PageRow page = new PageRow();
        page.id = ids.next();
        page.origin = origin;
        page.state = state;
        return page;
    }

    private static void sent(PageRow page, Instant at, String number) {
        page.sentAt = at.truncatedTo(ChronoUnit.MILLIS);
        page.sentNo = "0".repeat(NUMBER - number.length()) + number;
        page.slotAt = page.sentAt;
        page.slotNo = page.sentNo;
    }

    private static boolean isMedia(String mediaId) {
        return mediaId != null && MEDIA.matcher(mediaId).matches();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
