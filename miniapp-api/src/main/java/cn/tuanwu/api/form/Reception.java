package cn.tuanwu.api.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.once.PassingFile;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.problem.Trace;
import cn.tuanwu.form.Form;
import cn.tuanwu.form.FormDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.pdf.PdfDesk;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes one file from the line to the member's record. Only a few are in memory at one time, whoever sends them. Whatever is
 * wrong with one is its own answer, and the next is taken.
 */
@Component
class Reception {
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 40;
    private static final Refusal TOO_LARGE = Refusal.of("PDF_TOO_LARGE", "文件超过 20 MB，请降低扫描分辨率（200 dpi 就够清楚）后重新扫描。");
    private static final Refusal BUSY = Refusal.of("FORM_BUSY", "现在上传的人较多，这一份没有处理，请稍后重试。");
    private static final Refusal FAILED = Refusal.of("FAILED", "这一份没有处理成功，请重试；多次失败请联系管理员。");
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final FormDesk forms;
    private final PdfDesk papers;
    private final Once once;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Reception(FormDesk forms, PdfDesk papers, Once once) {
        this.forms = forms;
        this.papers = papers;
        this.once = once;
    }

    /** @throws IOException when the sender stopped sending */
    HandedIn file(Caller.Reviewer caller, Call call, int number, String name, InputStream content) throws IOException {
        try {
            Outcome<FormDesk.Match> match = forms.match(caller, name);
            if (match instanceof Outcome.Refused<FormDesk.Match> refused) {
                return HandedIn.refused(number, name, refused.first());
            }
            long registration = ((Outcome.Done<FormDesk.Match>) match).value().registrationId();
            try (PassingFile file = PassingFile.arrive(content, LARGEST)) {
                return file.isTooLarge()
                        ? HandedIn.refused(number, name, TOO_LARGE)
                        : answered(
                                caller,
                                call.part(number, name + '\n' + file.print()),
                                number,
                                name,
                                registration,
                                file);
            }
        } catch (RefusedRequest told) {
            throw told;
        } catch (RuntimeException e) {
            log.error("A handed-in form was not filed, nothing of it was kept: {}", Trace.of(e));
            return HandedIn.refused(number, name, FAILED);
        }
    }

    /** Sent again with the same key it is told what was told; a refusal is never kept, so that it can be tried again. */
    private HandedIn answered(
            Caller.Reviewer caller, Call call, int number, String name, long registration, PassingFile file) {
        Optional<HandedIn> earlier = once.earlier(call, HandedIn.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Outcome<Form> outcome = inTurn(caller, registration, file);
        if (outcome instanceof Outcome.Refused<Form> refused) {
            // Its twin may have been quicker.
            return once.earlier(call, HandedIn.class).orElse(HandedIn.refused(number, name, refused.first()));
        }
        Outcome<HandedIn> filed = outcome.map(form -> HandedIn.filed(number, name, form));
        return once.answer(call, HandedIn.class, () -> filed);
    }

    private Outcome<Form> inTurn(Caller.Reviewer caller, long registration, PassingFile file) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("A handed-in form was sent away: for {} s no place was free", PATIENCE_SECONDS);
                return Outcome.refused(BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(BUSY);
        }
        try {
            return checkedAndFiled(caller, registration, file.bytes());
        } finally {
            places.release();
        }
    }

    private Outcome<Form> checkedAndFiled(Caller.Reviewer caller, long registration, byte[] original) {
        Outcome<PdfDesk.Paper> checked = papers.check(original);
        if (checked instanceof Outcome.Refused<PdfDesk.Paper> refused) {
            return Outcome.refused(refused.refusals());
        }
        PdfDesk.Paper paper = ((Outcome.Done<PdfDesk.Paper>) checked).value();
        FormDesk.Incoming incoming = new FormDesk.Incoming(original, paper.content(), paper.pages(), Form.Source.DESK);
        return forms.file(caller, registration, incoming);
    }
}
