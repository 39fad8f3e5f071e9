package cn.tuanwu.bot.review;

import cn.tuanwu.bot.tencent.CardXml;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationBook.Sheet;
import cn.tuanwu.review.ReturnReason;
import cn.tuanwu.review.ReviewDesk;
import cn.tuanwu.review.ReviewTask;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a review card looks, in the platform's JSON; {@link CardXml} says the same in a passive reply. Drawn from the
 * registration each time, so that it shows today's real-name state; masked like every card.
 */
@Component
class CardFace {
    static final String APPROVE = "approve";
    static final String RETURN = "return";
    static final String REASON = "reason";

    /** Preselected, as a phone else preselects the first reason: nobody returns for one they never chose. */
    static final String NO_REASON = "none";

    static final String NOT_YOURS = "您已不再负责该团支部的审核，无需处理。";

    private static final String ERASURE_NOTE = "团员申请删除个人信息。同意后账号、报到、志愿书等全部删除，不能恢复；仍是团员的，团籍记录同时结束。";

    private static final int TITLE_DESC = 44;
    private static final int NOTE = 112;

    private final RegistrationBook book;
    private final JsonMapper json;
    private final ReviewDesk reviews;
    private final PageLinks pages;
    private final RebindFace rebinds;
    private final FormFace forms;
    private final TransferFace transfers;
    private final LeavingFace leavings;

    CardFace(
            RegistrationBook book,
            JsonMapper json,
            ReviewDesk reviews,
            PageLinks pages,
            RebindFace rebinds,
            FormFace forms,
            TransferFace transfers,
            LeavingFace leavings) {
        this.leavings = leavings;
        this.forms = forms;
        this.transfers = transfers;
        this.rebinds = rebinds;
        this.book = book;
        this.json = json;
        this.reviews = reviews;
        this.pages = pages;
    }

    /** The card that can be decided. */
    ObjectNode open(ReviewTask task) {
        return open(task, note(task), NO_REASON);
    }

    private String note(ReviewTask task) {
        return switch (task.kind()) {
            case REGISTRATION -> sheet(task).map(Sheet::caution).orElse("");
            case EDIT, CORRECTION -> EditFace.note(task, book);
            case REBINDING -> rebinds.note();
            case FORM -> forms.note();
            case TRANSFER, APPEAL -> transfers.note(task);
            case LEAVING -> leavings.note(task);
            case ERASURE -> ERASURE_NOTE;
        };
    }

    /** The same with a sentence on it. */
    ObjectNode open(ReviewTask task, String note, String selected) {
        ObjectNode card = withPage(card(task, title(task) + "待审核", note), task);
        ObjectNode selection = card.putObject("button_selection");
        selection.put("question_key", REASON).put("title", "退回原因");
        ArrayNode options = selection.putArray("option_list");
        ReturnReason.of(task.kind()).stream()
                .filter(ReturnReason::fitsCard)
                .forEach(reason -> options.addObject().put("id", reason.name()).put("text", reason.text()));
        options.addObject().put("id", NO_REASON).put("text", "请选择退回原因");
        selection.put("selected_id", selected);
        return card;
    }

    /** The card that is over for its operator: its buttons are one grey word, its note says why. */
    ObjectNode over(ReviewTask task, boolean mayDecide) {
        return task.isOpen() && !mayDecide ? taken(task) : closed(task);
    }

    private ObjectNode closed(ReviewTask task) {
        String reason = task.state() == ReviewTask.State.RETURNED ? "，原因：" + task.reason() : "";
        ObjectNode card = card(task, title(task) + word(task), reviews.truth(task) + reason);
        return withPage(card, task).put("replace_text", word(task));
    }

    /** 查看详情 stays on a card that is closed: the page tells the rest. */
    private ObjectNode withPage(ObjectNode card, ReviewTask task) {
        card.putArray("jump_list")
                .addObject()
                .put("type", 1)
                .put("title", "查看详情")
                .put("url", pages.of(task));
        return card;
    }

    /** For someone who was taken off the roster, or for whom a nearer operator came. */
    private ObjectNode taken(ReviewTask task) {
        return card(task, title(task), NOT_YOURS).put("replace_text", "无需处理");
    }

    private ObjectNode card(ReviewTask task, String title, String note) {
        ObjectNode card = json.createObjectNode();
        card.put("card_type", "button_interaction");
        card.putObject("source").put("desc", title(task)).put("desc_color", 0);
        card.putObject("main_title")
                .put("title", title)
                .put("desc", cut(task.branch().name(), TITLE_DESC));
        if (!note.isEmpty()) {
            card.put("sub_title_text", cut(note, NOTE));
        }
        sheet(task)
                .filter(sheet -> isTheirs(task, sheet))
                .ifPresent(sheet -> rows(card.putArray("horizontal_content_list"), task, sheet));
        ArrayNode buttons = card.putArray("button_list");
        buttons.addObject().put("text", "同意").put("style", 1).put("key", APPROVE);
        buttons.addObject().put("text", "退回").put("style", 2).put("key", RETURN);
        return card;
    }

    /** Whoever is asked in a transfer sees whom it is about, as long as they are asked. */
    private static boolean isTheirs(ReviewTask task, Sheet sheet) {
        if (task.kind() == ReviewTask.Kind.LEAVING) {
            return sheet.branch().isWithin(task.branch());
        }
        return task.kind() == ReviewTask.Kind.TRANSFER || task.kind() == ReviewTask.Kind.APPEAL
                ? task.isOpen()
                : sheet.branch().id() == task.branch().id();
    }

    /** Left out when the member went on to another branch, which is not this operator's to see, or closed the account. */
    private void rows(ArrayNode rows, ReviewTask task, Sheet sheet) {
        row(rows, "姓名", sheet.name());
        if (task.kind() != ReviewTask.Kind.REGISTRATION) {
            changes(task).forEach((name, value) -> row(rows, name, value));
            row(rows, "提交时间", ChinaTime.minute(task.openedAt()));
            return;
        }
        row(rows, "证件", sheet.document());
        row(rows, "入团年月", sheet.joinMonth());
        row(rows, "实名认证", sheet.realName().label());
        row(rows, "提交时间", ChinaTime.minute(sheet.submittedAt()));
    }

    private Map<String, String> changes(ReviewTask task) {
        return switch (task.kind()) {
            case REBINDING -> rebinds.rows(task);
            case FORM -> forms.rows(task);
            case TRANSFER -> transfers.rows(task);
            case APPEAL -> transfers.appeal(task);
            case LEAVING -> leavings.rows(task);
            case ERASURE -> Map.of();
            case REGISTRATION, EDIT, CORRECTION -> EditFace.rows(task, book);
        };
    }

    private Optional<Sheet> sheet(ReviewTask task) {
        return book.sheet(task.registrationId());
    }

    private String title(ReviewTask task) {
        return "团员"
                + (task.kind() == ReviewTask.Kind.LEAVING
                        ? leavings.title(task)
                        : task.kind().label());
    }

    private static String word(ReviewTask task) {
        return switch (task.state()) {
            case OPEN -> "待审核";
            case APPROVED -> "已同意";
            case RETURNED -> "已退回";
            case CANCELLED -> "已撤回";
        };
    }

    private static void row(ArrayNode rows, String name, String value) {
        rows.addObject().put("keyname", cut(name, 5)).put("value", cut(value, 30));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
