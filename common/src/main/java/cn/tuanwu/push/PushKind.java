package cn.tuanwu.push;

/** What can be pushed. The comment says what {@code subject} and {@code receiver} name. */
public enum PushKind {
    /** Ask the official account for a QR ticket. Subject: invitation. */
    INVITATION_TICKET,
    /** Send the code. Subject: sms code. */
    SMS_CODE,
    /** Tell a phone by SMS about its re-binding. Subject: re-binding; receiver: which phone, about which state. */
    REBINDING_NOTICE,
    /** End what nobody decided in time. Subject: re-binding. */
    REBINDING_EXPIRY,
    /** End a transfer whose nodes did not all agree in time. Subject: transfer. */
    TRANSFER_EXPIRY,
    /** Tell the member what became of a wish to leave, to come back, or about an erased registration. Subject: leaving. */
    LEAVING_RESULT,
    /** Remind someone of members who turned 28. Subject: staff id; receiver: the month's first day. */
    LEAVING_REMINDER,
    /** Say that a transfer has three days left. Subject: transfer. */
    TRANSFER_WARNING,
    /** Tell the member a step of their transfer. Subject: transfer; receiver: which step of which version. */
    TRANSFER_STEP,
    /** Tell an operator how a transfer stands. Subject: transfer; receiver: staff id. */
    TRANSFER_STANDING,
    /** Look whether who left with a letter arrived. Subject: transfer. */
    TRANSFER_LETTER_DUE,
    /** Ask the real-name provider. Subject: check. */
    REALNAME_CHECK,
    /** Ask WeChat Work who has someone's phone. Subject: staff id. */
    STAFF_USERID,
    /** Send the review card to one operator. Subject: review task; receiver: staff id. */
    REVIEW_CARD,
    /** Close an operator's card that was sent. Subject: review task; receiver: staff id. */
    REVIEW_CARD_CLOSE,
    /** Replace an operator's card before nobody can update it any more. Subject: review task; receiver: staff id. */
    REVIEW_CARD_RENEW,
    /** Tell an operator in words what a card can't show any more. Subject: review task; receiver: staff id. */
    REVIEW_CARD_NOTICE,
    /** Remind an operator of a task that waits. Subject: review task; receiver: staff id. */
    REVIEW_REMINDER,
    /** Let the superior decide what waits too long. Subject: review task. */
    REVIEW_ESCALATION,
    /** Tell a person with many tasks how many wait. Subject: staff id. */
    REVIEW_DIGEST,
    /** Deal the open tasks once more, some seconds after the roster changed. Subject: organisation. */
    REVIEW_DEAL,
    /** Say on the tapped card what came too late for the answer to the tap. Subject: event in the inbox. */
    REVIEW_CARD_ANSWER,
    /** Say in the chat what came too late for the answer to the callback. Subject: event in the inbox. */
    CHAT_ANSWER,
    /** Tell the member the outcome. Subject: review task. */
    MEMBER_RESULT,
    /** Tell a committee's admin about a decision. Subject: review task; receiver: staff id. */
    ADMIN_NOTICE,
    /** Tell a committee's admin about many decisions at once. Subject: batch of reviews; receiver: staff id. */
    REVIEW_BATCH_NOTICE,
    /** Tell the admins above a branch that its member numbers come to their end. Subject: branch; receiver: staff id. */
    NUMBERS_LOW,
    /** Tell whoever handed a form in what became of it. Subject: form; receiver: staff id. */
    FORM_RESULT,
    /** Remind someone of their branches' missing forms. Subject: staff id; receiver: the week's Monday. */
    FORM_REMINDER,
    /** Fetch a page's picture from WeChat Work and look at it. Subject: page of a batch. */
    FORM_PAGE,
    /** Say which pages are bad, ask whose form the pictures are. Subject: batch; receiver: the question's number. */
    FORM_ASK,
    /** Show on the tapped card what came too late for the answer to the tap. Subject: event in the inbox. */
    FORM_CARD_ANSWER,
    /** File what an operator submitted. Subject: batch. */
    FORM_FILE
}
