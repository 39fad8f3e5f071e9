package cn.tuanwu.bot.review;

import cn.tuanwu.realname.PersonName;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.review.ReviewTask;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a card says of a change: each field old → new, as far as a card has room. */
final class EditFace {
    /** Six rows a card, two of them for who and when. */
    private static final int ROOM = 4;

    /** Documents and phones someone wrote into the evidence. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{6,}[Xx]?");

    private EditFace() {}

    static Map<String, String> rows(ReviewTask task, RegistrationBook book) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Edit.Change change : book.edit(task.editId()).changes()) {
            rows.put(change.label(), shown(change, change.before()) + " → " + shown(change, change.after()));
        }
        while (rows.size() > ROOM) {
            rows.remove(rows.keySet().stream().reduce((one, next) -> next).orElseThrow());
        }
        return rows;
    }

    /** Names are masked like on every card. */
    private static String shown(Edit.Change change, String value) {
        return change.field().equals("name")
                ? PersonName.read(value).map(PersonName::masked).orElse(value)
                : value;
    }

    static String note(ReviewTask task, RegistrationBook book) {
        Edit edit = book.edit(task.editId());
        int more = edit.changes().size() - ROOM;
        String evidence = edit.evidence() == null
                ? ""
                : "依据：" + NUMBERS.matcher(edit.evidence()).replaceAll("***");
        return (more > 0 ? "另有 " + more + " 项修改未列出。" : "") + evidence;
    }
}
