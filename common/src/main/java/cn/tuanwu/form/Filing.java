package cn.tuanwu.form;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Puts a paper on file: a row that says so, then the file, then the one move by which it counts. */
@Component
class Filing {
    static final Refusal STORAGE_DOWN = Refusal.of("FORM_STORAGE_DOWN", "文件存储暂时不可用，志愿书没有保存，团员原有的志愿书不受影响，请稍后重试。");
    private static final Logger log = LoggerFactory.getLogger(Filing.class);

    private final FormRows rows;
    private final FilingRules rules;
    private final FormShelf shelf;
    private final Deposit deposit;
    private final FormLines lines;
    private final AuditDesk audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    Filing(
            FormRows rows,
            FilingRules rules,
            FormShelf shelf,
            Deposit deposit,
            FormLines lines,
            AuditDesk audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.rules = rules;
        this.shelf = shelf;
        this.deposit = deposit;
        this.lines = lines;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    Outcome<Form> file(Reach reach, long registrationId, FormDesk.Incoming in) {
        FormRow row = row(reach, registrationId, in);
        Optional<Refusal> early = rules.refusal(reach, rows.member(registrationId), row);
        if (early.isPresent()) {
            return Outcome.refused(early.get());
        }
        tx.run(() -> rows.insert(row));
        Outcome<Form> filed = stored(row, in.content()) ? settled(reach, row) : Outcome.refused(STORAGE_DOWN);
        if (filed instanceof Outcome.Refused<Form>) {
            discard(row.id);
        }
        return filed;
    }

    private boolean stored(FormRow row, byte[] content) {
        try {
            deposit.put(row.id, content);
            return true;
        } catch (FileStore.Unavailable e) {
            log.warn("Form {} is not filed, its member's form is what it was: {}", row.id, e.getMessage());
            return false;
        }
    }

    /** Two members' filings of the same bytes may meet at the unique key: whoever comes second reads why. */
    private Outcome<Form> settled(Reach reach, FormRow row) {
        try {
            return tx.write(() -> settle(reach, row));
        } catch (DuplicateKeyException meanwhile) {
            return tx.write(() -> settle(reach, row));
        }
    }

    private Outcome<Form> settle(Reach reach, FormRow row) {
        MemberRow member = rows.lock(row.registrationId);
        Optional<Refusal> refusal = rules.refusal(reach, member, row);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        boolean first = rows.formalOf(row.registrationId) == null;
        if (rows.settle(row.id, row.registrationId, first ? Form.State.FORMAL : Form.State.WAITING) == 0) {
            log.warn("Form {} took so long to store that the sweeper had it: not filed", row.id);
            return Outcome.refused(STORAGE_DOWN);
        }
        audit.append(reach.actor(), "form.filed", "form", row.id, row.source + (first ? "" : " waits"));
        lines.refresh(row.registrationId);
        Form form = shelf.find(row.id).orElseThrow();
        if (!first) {
            Organisation branch = form.branch();
            events.publishEvent(new Form.Waits(row.id, row.registrationId, branch));
        }
        return Outcome.done(form);
    }

    /** The row first: then nobody takes the file for a form's any more. */
    private void discard(long id) {
        try {
            tx.run(() -> rows.discard(id));
        } finally {
            deposit.drop(id);
        }
    }

    private FormRow row(Reach reach, long registrationId, FormDesk.Incoming in) {
        FormRow row = new FormRow();
        row.id = ids.next();
        row.registrationId = registrationId;
        row.pages = in.pages();
        row.bytes = in.content().length;
        row.source = in.source();
        row.originalHash = FilingRules.hash(in.original());
        row.contentHash = FilingRules.hash(in.content());
        row.filedBy = reach.actor();
        row.filedName = reach.name();
        row.filedAt = clock.instant();
        return row;
    }
}
