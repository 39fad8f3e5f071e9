package cn.tuanwu.bot.review;

import cn.tuanwu.bot.inbox.Event;
import cn.tuanwu.bot.xml.XmlFields.Field;
import cn.tuanwu.review.Decision;
import cn.tuanwu.review.ReturnReason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tap on one of our review cards.
 *
 * @param staffId whose card it is, by its task id
 * @param edition which of this operator's cards of the task
 * @param selected the id of the option chosen in the card, empty when none came
 */
record CardClick(long taskId, long staffId, int edition, String button, String responseCode, String selected) {
    private static final Pattern TASK =
            Pattern.compile("review-([1-9][0-9]{0,18})-([1-9][0-9]{0,18})(?:-([1-9][0-9]{0,8}))?");

    /** Empty when the card is none of ours. */
    static Optional<CardClick> of(Event event) {
        Matcher task = TASK.matcher(event.text("TaskId"));
        if (!task.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CardClick(
                    Long.parseLong(task.group(1)),
                    Long.parseLong(task.group(2)),
                    task.group(3) == null ? 1 : Integer.parseInt(task.group(3)),
                    event.text("EventKey"),
                    event.text("ResponseCode"),
                    selected(event)));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** Empty when 退回 was tapped without a reason, or the button is unknown. */
    Optional<Decision> decision() {
        if (button.equals(CardFace.APPROVE)) {
            return Optional.of(new Decision.Approve());
        }
        return button.equals(CardFace.RETURN)
                ? ReturnReason.of(selected).filter(ReturnReason::fitsCard).map(Decision.SendBack::new)
                : Optional.empty();
    }

    /** What an open card shows as chosen when it is drawn again. */
    String selection() {
        return selected.isEmpty() ? CardFace.NO_REASON : selected;
    }

    /** The option of our question. Older platform versions write OpitonId for OptionId. */
    private static String selected(Event event) {
        String question = "";
        for (Field field : event.fields().fields()) {
            switch (field.name()) {
                case "QuestionKey" -> question = field.text();
                case "OptionId", "OpitonId" -> {
                    if (question.equals(CardFace.REASON)) {
                        return field.text();
                    }
                }
                default -> {
                    // Not part of a selection.
                }
            }
        }
        return "";
    }
}
