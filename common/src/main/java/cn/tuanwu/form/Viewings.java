package cn.tuanwu.form;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.pdf.PdfDesk;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows forms, and writes down who looked: nobody sees a page before there is a line in the audit. */
@Component
class Viewings {
    /** Pages looked at within this time belong to one opening. */
    static final Duration ONE_OPENING = Duration.ofMinutes(30);

    private static final Refusal UNDRAWN = Refusal.of("FORM_PAGE_UNDRAWN", "这一页无法在页面中显示，请下载后查看。");
    private static final Logger log = LoggerFactory.getLogger(Viewings.class);
    private static final Duration LINK = Duration.ofMinutes(5);
    private static final int NARROWEST = 200;
    private static final int WIDEST = 2400;

    private final FormRows rows;
    private final FormShelf shelf;
    private final Deposit deposit;
    private final FileStore store;
    private final PdfDesk pdfs;
    private final AuditDesk audit;
    private final Clock clock;
    private final Tx tx;

    Viewings(
            FormRows rows,
            FormShelf shelf,
            Deposit deposit,
            FileStore store,
            PdfDesk pdfs,
            AuditDesk audit,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.shelf = shelf;
        this.deposit = deposit;
        this.store = store;
        this.pdfs = pdfs;
        this.audit = audit;
        this.clock = clock;
        this.tx = tx;
    }

    Outcome<FormDesk.Viewing> view(Reach reach, long id) {
        return opened(reach, id, Instant.MAX)
                .map(form -> new FormDesk.Viewing(form, rows.member(form.registrationId()).name));
    }

    Outcome<byte[]> page(Reach reach, long id, int page, int width) {
        Optional<Form> found = shelf.find(reach, id).filter(form -> page >= 1 && page <= form.pages());
        if (found.isEmpty()) {
            return Outcome.refused(Form.UNKNOWN);
        }
        opened(reach, id, clock.instant().minus(ONE_OPENING));
        try {
            String watermark = reach.name() + " " + ChinaTime.minute(clock.instant());
            int wide = Math.max(NARROWEST, Math.min(width, WIDEST));
            return Outcome.done(pdfs.picture(deposit.get(id), page, watermark, wide));
        } catch (FileStore.Unavailable e) {
            return Outcome.refused(FormDesk.UNREADABLE_NOW);
        } catch (IllegalStateException e) {
            log.warn("Page {} of form {} can't be drawn; it can still be downloaded", page, id);
            return Outcome.refused(UNDRAWN);
        }
    }

    Outcome<URI> link(Reach reach, long id) {
        return downloading(reach, id, "link").map(form -> store.link(Form.key(id), "入团志愿书.pdf", LINK));
    }

    Outcome<byte[]> content(Reach reach, long id) {
        Outcome<Form> form = downloading(reach, id, "file");
        try {
            return form.map(there -> deposit.get(id));
        } catch (FileStore.Unavailable e) {
            return Outcome.refused(FormDesk.UNREADABLE_NOW);
        }
    }

    private Outcome<Form> downloading(Reach reach, long id, String how) {
        return tx.write(() -> shelf.find(reach, id)
                .map(form -> {
                    audit.append(reach.actor(), "form.downloaded", "form", id, how);
                    return Outcome.done(form);
                })
                .orElseGet(() -> Outcome.refused(Form.UNKNOWN)));
    }

    /** One line, unless the form was opened by the same caller after {@code stale}. */
    private Outcome<Form> opened(Reach reach, long id, Instant stale) {
        Instant now = clock.instant();
        Instant before = stale.isBefore(now) ? stale : now;
        return tx.write(() -> shelf.find(reach, id)
                .map(form -> {
                    rows.enter(id, reach.actor(), before);
                    if (rows.open(id, reach.actor(), now, before) == 1) {
                        audit.append(reach.actor(), "form.viewed", "form", id, null);
                    }
                    return Outcome.done(form);
                })
                .orElseGet(() -> Outcome.refused(Form.UNKNOWN)));
    }
}
