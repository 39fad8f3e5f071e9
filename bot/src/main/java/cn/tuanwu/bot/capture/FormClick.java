package cn.tuanwu.bot.capture;

import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.xml.XmlFields.Field;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tap on a card about collected pictures.
 *
 * @param staffId whose card it is, by its task id
 * @param chosen the member chosen in the card, empty when none was
 */
record FormClick(long batchId, long staffId, String button, String responseCode, Optional<Long> chosen) {
    private static final Pattern TASK = Pattern.compile("form-([1-9][0-9]{0,17})-([1-9][0-9]{0,17})-[1-9][0-9]{0,8}");

    static String taskId(long batchId, long staffId, int round) {
        return "form-" + batchId + "-" + staffId + "-" + round;
    }

    /** Empty when the card is none of these. */
    static Optional<FormClick> of(Event event) {
        Matcher task = TASK.matcher(event.text("TaskId"));
        return task.matches()
                ? Optional.of(new FormClick(
                        Long.parseLong(task.group(1)),
                        Long.parseLong(task.group(2)),
                        event.text("EventKey"),
                        event.text("ResponseCode"),
                        chosen(event)))
                : Optional.empty();
    }

    /** Older platform versions write OpitonId for OptionId. */
    private static Optional<Long> chosen(Event event) {
        String question = "";
        for (Field field : event.fields().fields()) {
            switch (field.name()) {
                case "QuestionKey" -> question = field.text();
                case "OptionId", "OpitonId" -> {
                    if (question.equals(CaptureFace.MEMBER) && field.text().matches("[1-9][0-9]{0,17}")) {
                        return Optional.of(Long.parseLong(field.text()));
                    }
                }
                default -> {
                    // Not part of a selection.
                }
            }
        }
        return Optional.empty();
    }
}
