package cn.tuanwu.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.pdf.PdfDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Makes one paper of a submitted batch and files it; forgets what nobody needs any more. */
@Service
public class FilingDesk {
    private static final int DAYS = 3;
    private static final int AT_A_TIME = 500;
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final Refusal STORAGE_DOWN = Refusal.of("FORM_STORAGE_DOWN", "文件存储暂时不可用，照片都在，请稍后再提交。");
    private static final Logger log = LoggerFactory.getLogger(FilingDesk.class);

    private final BatchRows batches;
    private final PageRows pages;
    private final BatchBook book;
    private final Roster roster;
    private final FormDesk forms;
    private final PdfDesk papers;
    private final FileStore files;
    private final AskDesk questions;
    private final Clock clock;
    private final Tx tx;

    FilingDesk(
            BatchRows batches,
            PageRows pages,
            BatchBook book,
            Roster roster,
            FormDesk forms,
            PdfDesk papers,
            FileStore files,
            AskDesk questions,
            Clock clock,
            Tx tx) {
        this.batches = batches;
        this.pages = pages;
        this.book = book;
        this.roster = roster;
        this.forms = forms;
        this.papers = papers;
        this.files = files;
        this.questions = questions;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * @param inChat where the operator waits for the word
     * @param waits it is filed, and replaces another when the superior agrees
     */
    public record Filed(Batch batch, boolean inChat, boolean waits) {}

    /**
     * Files what was submitted, or opens it again and says why not. Done before, it changes nothing and answers the same: a
     * worker that was killed is followed by another. Not in a transaction. Empty when the batch is not kept any more.
     */
    public Optional<Filed> file(long batchId) {
        BatchRow row = batches.find(batchId);
        if (row == null) {
            return Optional.empty();
        }
        if (row.state == Batch.State.FILING) {
            settle(row, attempt(row));
        }
        return book.find(batchId)
                .map(batch -> new Filed(batch, Form.Source.CHAT.name().equals(row.source), waits(batch)));
    }

    private boolean waits(Batch batch) {
        return batch.formId() != null
                && forms.find(new Caller.Staff(batch.staffId(), ""), batch.formId())
                        .filter(form -> form.state() == Form.State.WAITING)
                        .isPresent();
    }

    private Outcome<Long> attempt(BatchRow row) {
        Optional<Roster.Person> person = roster.serving(row.staffId);
        if (person.isEmpty() || book.whose(row.staffId, row.registrationId).isEmpty()) {
            return Outcome.refused(CaptureDesk.NOT_YOURS);
        }
        Caller.Staff caller = new Caller.Staff(row.staffId, person.get().name());
        try {
            List<PdfDesk.Leaf> leaves = leaves(row.id);
            byte[] paper = papers.book(leaves);
            Form.Source source = Form.Source.valueOf(row.source);
            FormDesk.Incoming incoming = new FormDesk.Incoming(paper, paper, leaves.size(), source);
            Outcome<Long> filed =
                    forms.file(caller, row.registrationId, incoming).map(Form::id);
            return filed instanceof Outcome.Done<Long>
                    ? filed
                    : before(caller, row.registrationId, incoming)
                            .map(Outcome::done)
                            .orElse(filed);
        } catch (FileStore.Unavailable e) {
            log.warn("The pages of batch {} could not be read: its operator is asked to submit again", row.id);
            return Outcome.refused(STORAGE_DOWN);
        }
    }

    /** Filed by a worker that was killed before it could say so: the same leaves make the same paper. */
    private Optional<Long> before(Caller.Staff caller, long registrationId, FormDesk.Incoming incoming) {
        return forms.history(caller, registrationId).stream()
                .filter(form -> form.state() == Form.State.FORMAL || form.state() == Form.State.WAITING)
                .filter(form -> form.source() == incoming.source()
                        && form.pages() == incoming.pages()
                        && form.bytes() == incoming.content().length)
                .map(Form::id)
                .findFirst();
    }

    private List<PdfDesk.Leaf> leaves(long batchId) {
        List<PdfDesk.Leaf> leaves = new ArrayList<>();
        for (PageRow page : pages.of(batchId)) {
            byte[] jpeg = files.get(page.key())
                    .orElseThrow(() -> new FileStore.Unavailable("the picture of page " + page.id + " is gone", null));
            leaves.add(new PdfDesk.Leaf(jpeg, page.quarters));
        }
        return leaves;
    }

    private void settle(BatchRow row, Outcome<Long> attempt) {
        if (attempt instanceof Outcome.Done<Long> done) {
            tx.run(() -> batches.filed(row.id, done.value()));
            pages.of(row.id).forEach(page -> drop(page.key()));
        } else if (attempt instanceof Outcome.Refused<Long> refused) {
            reopen(row, refused.first());
        }
    }

    private void reopen(BatchRow row, Refusal why) {
        try {
            tx.run(() -> batches.reopen(row.id, why.code(), why.text()));
        } catch (DuplicateKeyException newer) {
            tx.run(() -> batches.keepAside(row.id, why.code(), why.text()));
        }
        if (Form.Source.CHAT.name().equals(row.source)) {
            tx.run(() -> questions.again(row.id));
        }
    }

    private void drop(String key) {
        try {
            files.drop(key);
        } catch (FileStore.Unavailable e) {
            log.info("The picture of a filed page stays until the next sweep");
        }
    }

    /** Drops what was not touched for three days, and the pictures of what is over. Every node may do it. */
    public void sweep() {
        for (long batch : batches.forgotten(DAYS)) {
            tx.run(() -> {
                batches.drop(batch);
                pages.takeAllOut(batch);
            });
        }
        for (long batch : batches.over(DAYS + 1)) {
            tx.run(() -> {
                pages.delete(batch);
                batches.delete(batch);
            });
        }
        sweepPictures();
    }

    /** A picture lives as long as its page; one without a page may be on its way in, for a day. */
    private void sweepPictures() {
        String after = "";
        List<FileStore.Kept> found = files.list("capture/", after, AT_A_TIME);
        while (!found.isEmpty()) {
            for (FileStore.Kept kept : found) {
                after = kept.key();
                String number = after.replaceAll("\\D", "");
                boolean young = kept.since().isAfter(clock.instant().minus(YOUNG));
                if (!young && (number.isEmpty() || pages.lives(Long.parseLong(number)) == 0)) {
                    files.drop(after);
                }
            }
            found = files.list("capture/", after, AT_A_TIME);
        }
    }
}
