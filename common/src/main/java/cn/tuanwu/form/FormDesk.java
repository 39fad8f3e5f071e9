package cn.tuanwu.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Volunteer forms (product §8): filed by operators and admins for the members of their organisations, seen by whoever may
 * look there. What is elsewhere does not exist. Every look is in the audit.
 */
@Service
public class FormDesk {
    static final Refusal UNREADABLE_NOW = Refusal.of("FORM_STORAGE_DOWN", "文件存储暂时不可用，请稍后再查看。");

    private final Filing filing;
    private final Withdrawing withdrawing;
    private final Matching matching;
    private final Viewings viewings;
    private final FormShelf shelf;
    private final Reaches reaches;

    FormDesk(
            Filing filing,
            Withdrawing withdrawing,
            Matching matching,
            Viewings viewings,
            FormShelf shelf,
            Reaches reaches) {
        this.filing = filing;
        this.withdrawing = withdrawing;
        this.matching = matching;
        this.viewings = viewings;
        this.shelf = shelf;
        this.reaches = reaches;
    }

    /**
     * Files a paper for a member: FORMAL when they had none, else WAITING for the superior. Call it outside any transaction.
     * Refused with FORM_MEMBER_UNKNOWN, FORM_MEMBER_NOT_APPROVED, FORM_SAME_BYTES, FORM_OF_ANOTHER, FORM_WAITING,
     * FORM_STORAGE_DOWN; then the member's form is what it was. Publishes {@link Form.Waits}.
     */
    public Outcome<Form> file(Caller.Reviewer caller, long registrationId, Incoming in) {
        return filing.file(reaches.filing(caller), registrationId, in);
    }

    /** As above, from a phone. */
    public Outcome<Form> file(Caller.Staff caller, long registrationId, Incoming in) {
        return filing.file(reaches.filing(caller), registrationId, in);
    }

    /**
     * Whoever handed it in takes back what waits. Refused with FORM_UNKNOWN, FORM_NOT_YOURS, FORM_MOVED_ON. Publishes
     * {@link Form.Ended}.
     */
    public Outcome<Form> withdraw(Caller.Reviewer caller, long formId) {
        return withdrawing.withdraw(reaches.filing(caller), formId);
    }

    /** As above, from a phone. */
    public Outcome<Form> withdraw(Caller.Staff caller, long formId) {
        return withdrawing.withdraw(reaches.filing(caller), formId);
    }

    /**
     * Whose form a file is, by its name: 姓名+手机号码+入团志愿书.pdf. Refused with FORM_NAME_UNREADABLE, FORM_MEMBER_UNKNOWN,
     * FORM_NAME_DIFFERS, FORM_MEMBER_NOT_APPROVED.
     */
    public Outcome<Match> match(Caller.Reviewer caller, String fileName) {
        return matching.match(reaches.filing(caller), fileName);
    }

    public Optional<Form> find(Caller.AtConsole caller, long id) {
        return shelf.find(reaches.looking(caller), id);
    }

    public Optional<Form> find(Caller.Staff caller, long id) {
        return shelf.find(reaches.looking(caller), id);
    }

    /** All a member ever had, newest first; empty as well when the member is not the caller's to see. */
    public List<Form> history(Caller.AtConsole caller, long registrationId) {
        return shelf.history(reaches.looking(caller), registrationId);
    }

    public List<Form> history(Caller.Staff caller, long registrationId) {
        return shelf.history(reaches.looking(caller), registrationId);
    }

    /** Opens a form to look at: one line in the audit each time. Refused with FORM_UNKNOWN. */
    public Outcome<Viewing> view(Caller.AtConsole caller, long id) {
        return viewings.view(reaches.looking(caller), id);
    }

    public Outcome<Viewing> view(Caller.Staff caller, long id) {
        return viewings.view(reaches.looking(caller), id);
    }

    /**
     * One page as a JPEG, the viewer's name and the time in China all over it. Refused with FORM_UNKNOWN (no such page as
     * well), FORM_STORAGE_DOWN, FORM_PAGE_UNDRAWN. Whoever did not {@link #view} it lately has by this.
     *
     * @param page 1 is the first
     * @param width in pixels, 200 to 2400
     */
    public Outcome<byte[]> page(Caller.AtConsole caller, long id, int page, int width) {
        return viewings.page(reaches.looking(caller), id, page, width);
    }

    public Outcome<byte[]> page(Caller.Staff caller, long id, int page, int width) {
        return viewings.page(reaches.looking(caller), id, page, width);
    }

    /** An address that lends the whole file for five minutes; in the audit. Refused with FORM_UNKNOWN. */
    public Outcome<URI> link(Caller.AtConsole caller, long id) {
        return viewings.link(reaches.looking(caller), id);
    }

    public Outcome<URI> link(Caller.Staff caller, long id) {
        return viewings.link(reaches.looking(caller), id);
    }

    /** The whole file, for a bundle of many; in the audit. Refused with FORM_UNKNOWN, FORM_STORAGE_DOWN. */
    public Outcome<byte[]> content(Caller.AtConsole caller, long id) {
        return viewings.content(reaches.looking(caller), id);
    }

    /**
     * A paper that may be kept.
     *
     * @param original the bytes that came
     * @param content the bytes to keep: cleaned; the same as the original when this house made them
     */
    public record Incoming(byte[] original, byte[] content, int pages, Form.Source source) {
        @Override
        public String toString() {
            return "Incoming[" + source + ", " + pages + " pages]";
        }
    }

    /** @param name whole, as registered */
    public record Match(long registrationId, String name, Organisation branch) {
        @Override
        public String toString() {
            return "Match[" + registrationId + "]";
        }
    }

    /** @param name the member's, whole */
    public record Viewing(Form form, String name) {
        @Override
        public String toString() {
            return "Viewing[" + form.id() + "]";
        }
    }
}
