package cn.tuanwu.bot.capture;

import cn.tuanwu.capture.Batch;
import cn.tuanwu.capture.Batch.PageState;
import cn.tuanwu.capture.Batch.Whose;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the card about collected pictures looks: first it asks whose form they are, then whether to file it. */
@Component
class CaptureFace {
    static final String MEMBER = "member";
    static final String PICK = "pick";
    static final String SUBMIT = "submit";
    static final String OTHER = "other";
    static final String DROP = "drop";

    /** Preselected, as a phone else preselects the first member: nobody is chosen by not choosing. */
    static final String NOBODY = "none";

    private static final int OPTION = 16;
    private static final int NOTE = 112;

    private final JsonMapper json;
    private final FormLinks pages;
    private final MissingMembers missing;

    CaptureFace(JsonMapper json, FormLinks pages, MissingMembers missing) {
        this.json = json;
        this.pages = pages;
        this.missing = missing;
    }

    /** The card as it is now; the note is for what was just refused. */
    ObjectNode of(Batch batch, String note) {
        if (!batch.state().isLive()) {
            return over(batch);
        }
        return batch.whose() == null ? asking(batch, note) : chosen(batch, note);
    }

    private ObjectNode asking(Batch batch, String note) {
        List<Whose> choice = missing.first(batch.staffId());
        ObjectNode card = card(batch, "这是谁的志愿书？", note.isEmpty() ? "列表中没有的，请直接回复姓名或手机号码。" : note);
        if (!choice.isEmpty()) {
            ObjectNode selection = card.putObject("button_selection");
            selection.put("question_key", MEMBER).put("title", "团员");
            ArrayNode options = selection.putArray("option_list");
            choice.forEach(one -> options.addObject()
                    .put("id", Long.toString(one.registrationId()))
                    .put("text", cut(one.words(), OPTION)));
            options.addObject().put("id", NOBODY).put("text", "请选择团员");
            selection.put("selected_id", NOBODY);
        }
        ArrayNode buttons = card.putArray("button_list");
        if (!choice.isEmpty()) {
            button(buttons, "确定", 1, PICK);
        }
        button(buttons, "取消", 3, DROP);
        return card;
    }

    private ObjectNode chosen(Batch batch, String note) {
        ObjectNode card = card(batch, "志愿书照片待提交", note);
        ArrayNode buttons = card.putArray("button_list");
        button(buttons, "提交", 1, SUBMIT);
        button(buttons, "改选", 4, OTHER);
        button(buttons, "取消", 3, DROP);
        return card;
    }

    private ObjectNode over(Batch batch) {
        String word =
                switch (batch.state()) {
                    case FILED -> "已提交";
                    case FILING -> "正在提交";
                    default -> "已取消";
                };
        ObjectNode card = card(batch, "志愿书照片" + word, "");
        button(card.putArray("button_list"), "提交", 1, SUBMIT);
        return card.put("replace_text", word);
    }

    private ObjectNode card(Batch batch, String title, String note) {
        ObjectNode card = json.createObjectNode();
        card.put("card_type", "button_interaction");
        card.putObject("source").put("desc", "电子志愿书").put("desc_color", 0);
        card.putObject("main_title").put("title", title);
        if (!note.isEmpty()) {
            card.put("sub_title_text", cut(note, NOTE));
        }
        ArrayNode rows = card.putArray("horizontal_content_list");
        if (batch.whose() != null) {
            row(rows, "团员", batch.whose().words());
            row(rows, "团支部", batch.whose().branch());
        }
        row(rows, "照片", batch.pages().size() + " 页");
        row(rows, "须重拍", numbers(batch));
        row(rows, "处理中", count(batch.numbers(PageState.WAITING).size()));
        if (batch.state().isLive()) {
            card.putArray("jump_list")
                    .addObject()
                    .put("type", 1)
                    .put("title", "查看和调整页面")
                    .put("url", pages.of(batch));
        }
        return card;
    }

    private static String count(int pages) {
        return pages == 0 ? "" : pages + " 页";
    }

    /** Of the pages to be taken again. */
    static String numbers(Batch batch) {
        List<Batch.Page> all = batch.pages();
        String numbers = all.stream()
                .filter(Batch.Page::needsRetake)
                .map(page -> Integer.toString(all.indexOf(page) + 1))
                .collect(Collectors.joining("、"));
        return numbers.isEmpty() ? "" : "第 " + numbers + " 页";
    }

    private static void row(ArrayNode rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.addObject().put("keyname", name).put("value", cut(value, 30));
        }
    }

    private static void button(ArrayNode buttons, String text, int style, String key) {
        buttons.addObject().put("text", text).put("style", style).put("key", key);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
