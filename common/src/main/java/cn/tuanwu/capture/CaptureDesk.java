package cn.tuanwu.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.form.Form;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.photo.PhotoDesk;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What an operator does with the pages they collected. Each sees their own batches and nobody else's; whose form it is, is
 * asked of the roster anew when it is chosen and when it is submitted.
 */
@Service
public class CaptureDesk {
    public static final Refusal UNKNOWN = Refusal.of("CAPTURE_UNKNOWN", "这组照片已不在，可能已提交或已取消。");
    static final Refusal NO_MEMBER = Refusal.of("CAPTURE_MEMBER_MISSING", "请先选择这份志愿书是哪位团员的。");
    static final Refusal NOT_YOURS = Refusal.of("CAPTURE_MEMBER_UNKNOWN", "没有找到这位团员：须是您负责的支部里报到已通过的团员。");
    static final Refusal EMPTY = Refusal.of("CAPTURE_EMPTY", "还没有照片，请先拍照。");
    static final Refusal ORDER = Refusal.at("pages", "CAPTURE_ORDER_INVALID", "页面有变化，请刷新后再调整顺序。");

    private final BatchRows batches;
    private final PageRows pages;
    private final BatchBook book;
    private final Retakes retakes;
    private final PhotoDesk photos;
    private final FileStore files;
    private final PushDesk pushes;
    private final Ids ids;
    private final Tx tx;

    CaptureDesk(
            BatchRows batches,
            PageRows pages,
            BatchBook book,
            Retakes retakes,
            PhotoDesk photos,
            FileStore files,
            PushDesk pushes,
            Ids ids,
            Tx tx) {
        this.batches = batches;
        this.pages = pages;
        this.book = book;
        this.retakes = retakes;
        this.photos = photos;
        this.files = files;
        this.pushes = pushes;
        this.ids = ids;
        this.tx = tx;
    }

    /** The batch new pictures go to. */
    public Optional<Batch> open(Caller.Staff caller) {
        return Optional.ofNullable(batches.ofStaff(caller.staffId())).map(book::read);
    }

    /** Whatever is not filed yet, newest first. */
    public List<Batch> unfinished(Caller.Staff caller) {
        return batches.unfinished(caller.staffId()).stream().map(book::read).toList();
    }

    public Optional<Batch> find(Caller.Staff caller, long id) {
        return book.find(caller, id);
    }

    /** A member the caller may act for at this moment. */
    public Optional<Batch.Whose> whose(Caller.Staff caller, long registrationId) {
        return book.whose(caller.staffId(), registrationId);
    }

    /**
     * A batch for this member to put pages in, or the open one when nobody is named. Pages already collected for somebody else,
     * or for nobody yet, are set aside. Refused with CAPTURE_MEMBER_UNKNOWN.
     */
    public Outcome<Batch> begin(Caller.Staff caller, Long registrationId) {
        return tx.write(() -> {
            batches.open(ids.next(), caller.staffId());
            BatchRow open = batches.ofStaff(caller.staffId());
            if (registrationId == null) {
                return Outcome.done(book.read(open));
            }
            if (pages.count(open.id) > 0 && !registrationId.equals(open.registrationId)) {
                batches.setAside(open.id);
                batches.open(ids.next(), caller.staffId());
                open = batches.ofStaff(caller.staffId());
            }
            return choose(caller, open.id, registrationId);
        });
    }

    /** Refused with CAPTURE_UNKNOWN, CAPTURE_MEMBER_UNKNOWN. */
    public Outcome<Batch> choose(Caller.Staff caller, long id, long registrationId) {
        return change(caller, id, () -> {
            if (book.whose(caller.staffId(), registrationId).isEmpty()) {
                return Optional.of(NOT_YOURS);
            }
            batches.choose(id, registrationId);
            return Optional.empty();
        });
    }

    /** Nobody is chosen any more. Refused with CAPTURE_UNKNOWN. */
    public Outcome<Batch> unchoose(Caller.Staff caller, long id) {
        return change(caller, id, () -> {
            batches.choose(id, null);
            return Optional.empty();
        });
    }

    /** Refused with CAPTURE_UNKNOWN, CAPTURE_ORDER_INVALID when these are not its pages. */
    public Outcome<Batch> order(Caller.Staff caller, long id, List<Long> wanted) {
        return change(caller, id, () -> {
            Set<Long> there = pages.of(id).stream().map(page -> page.id).collect(Collectors.toSet());
            if (wanted.size() != there.size() || !there.equals(new HashSet<>(wanted))) {
                return Optional.of(ORDER);
            }
            for (int at = 0; at < wanted.size(); at++) {
                pages.place(wanted.get(at), at);
            }
            return Optional.empty();
        });
    }

    /** A quarter to the right. Refused with CAPTURE_UNKNOWN. */
    public Outcome<Batch> turn(Caller.Staff caller, long id, long page) {
        return change(caller, id, () -> onPage(id, page, () -> pages.turn(page)));
    }

    /** Refused with CAPTURE_UNKNOWN. Its picture is swept. */
    public Outcome<Batch> takeOut(Caller.Staff caller, long id, long page) {
        return change(caller, id, () -> onPage(id, page, () -> pages.takeOut(page)));
    }

    /** Forgets it. Refused with CAPTURE_UNKNOWN. */
    public Outcome<Batch> drop(Caller.Staff caller, long id) {
        return change(caller, id, () -> {
            batches.drop(id);
            pages.takeAllOut(id);
            return Optional.empty();
        });
    }

    /**
     * Has it filed, soon; what is sent from now on begins a new batch. Refused with CAPTURE_UNKNOWN, CAPTURE_EMPTY,
     * CAPTURE_PAGES_NOT_READY, CAPTURE_MEMBER_MISSING, CAPTURE_MEMBER_UNKNOWN.
     */
    public Outcome<Batch> submit(Caller.Staff caller, long id, Form.Source source) {
        return change(caller, id, () -> {
            retakes.settle(id);
            Optional<Refusal> early = early(batches.find(id));
            if (early.isEmpty()) {
                batches.filing(id, source.name());
                pushes.enqueue(filing(batches.find(id)));
            }
            return early;
        });
    }

    private Optional<Refusal> early(BatchRow row) {
        Batch batch = book.read(row);
        if (batch.pages().isEmpty()) {
            return Optional.of(EMPTY);
        }
        if (!batch.isReady()) {
            return Optional.of(notReady(batch));
        }
        if (row.registrationId == null) {
            return Optional.of(NO_MEMBER);
        }
        return batch.whose() == null ? Optional.of(NOT_YOURS) : Optional.empty();
    }

    private static Refusal notReady(Batch batch) {
        int at = 0;
        while (batch.pages().get(at).state() == Batch.PageState.READY) {
            at++;
        }
        Batch.Page page = batch.pages().get(at);
        String why = page.problem() == null ? "照片还在处理，请稍候再提交。" : page.problem();
        return Refusal.of("CAPTURE_PAGES_NOT_READY", "第 " + (at + 1) + " 页：" + why);
    }

    private static Push filing(BatchRow batch) {
        return new Push(
                PushKind.FORM_FILE,
                batch.id,
                "",
                PushKind.FORM_FILE + ":" + batch.id + ":" + batch.filings,
                Duration.ZERO);
    }

    /**
     * A page's picture, as it is to be seen.
     *
     * @param small whether a thumbnail will do
     * @return empty when there is none, or none yet
     * @throws FileStore.Unavailable when nobody knows
     */
    public Optional<byte[]> picture(Caller.Staff caller, long id, long page, boolean small) {
        return find(caller, id)
                .flatMap(batch -> batch.page(page))
                .filter(found -> found.state() == Batch.PageState.READY)
                .flatMap(found -> files.get(PageRow.key(page))
                        .map(jpeg -> small ? photos.thumbnail(jpeg, found.quarters()) : jpeg));
    }

    private Optional<Refusal> onPage(long id, long page, Runnable deed) {
        boolean there = pages.of(id).stream().anyMatch(one -> one.id == page);
        if (there) {
            deed.run();
        }
        return there ? Optional.empty() : Optional.of(UNKNOWN);
    }

    private Outcome<Batch> change(Caller.Staff caller, long id, Supplier<Optional<Refusal>> deed) {
        return tx.write(() -> {
            if (batches.touch(id, caller.staffId()) == 0) {
                return Outcome.refused(UNKNOWN);
            }
            return deed.get()
                    .<Outcome<Batch>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(book.find(id).orElseThrow()));
        });
    }
}
