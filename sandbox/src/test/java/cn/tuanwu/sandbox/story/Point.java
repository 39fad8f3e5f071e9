package cn.tuanwu.sandbox.story;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a bot may die. The words are what it says to its database or to a platform at that step. */
enum Point {
    /** The event is kept; nobody has begun with it and the platform has no answer. */
    INBOX_INSERTED(Server.DATABASE, Point::changedARow, "insert into inbox"),
    /** The worker has the event; nothing came of it yet. */
    INBOX_BEFORE_EFFECT(Server.DATABASE, Point::changedARow, "update inbox set state = 'claimed'"),
    /** It was decided and committed; the event is still the worker's, and the platform has no answer or not yet. */
    INBOX_BEFORE_REPLY(Server.DATABASE, null, "update inbox set state = '(replied|done)'"),
    /** The platform has its answer; that is not written down. */
    INBOX_BEFORE_SETTLE(Server.DATABASE, null, "update inbox set state = 'done'"),
    /** Decision and pushes are committed; nobody has begun to send. */
    OUTBOX_INSERTED(Server.DATABASE, answer -> true, "insert into outbox", "\u0003commit"),
    /** The worker has the push; the platform has heard nothing. */
    OUTBOX_BEFORE_SEND(Server.DATABASE, Point::changedARow, "update outbox set state = 'claimed'"),
    /** The platform has taken it; its answer never arrives. */
    OUTBOX_AFTER_SEND(Server.PLATFORM, answer -> true, "/cgi-bin/message/"),
    /** What the platform answered is written down; the push is still the worker's. */
    OUTBOX_BEFORE_SETTLE(Server.DATABASE, null, "update outbox set state = 'done'");

    enum Server {
        DATABASE,
        PLATFORM
    }

    final Server server;
    final Predicate<byte[]> answer;
    final List<Pattern> words;

    Point(Server server, Predicate<byte[]> answer, String... words) {
        this.server = server;
        this.answer = answer;
        this.words = Stream.of(words).map(Pattern::compile).toList();
    }

    /** Whether a bot can be met there while the cards go out, before anybody taps. */
    boolean mayComeEarly() {
        return this == OUTBOX_BEFORE_SEND || this == OUTBOX_AFTER_SEND || this == OUTBOX_BEFORE_SETTLE;
    }

    /** Whether the platform may have taken what is sent again: nobody can tell, as it knows our messages by no name. */
    boolean isTheWindow() {
        return this == OUTBOX_AFTER_SEND || this == OUTBOX_BEFORE_SETTLE;
    }

    /** The database's OK with a count that is not zero: others had not been faster. */
    private static boolean changedARow(byte[] answer) {
        return answer.length > 5 && answer[4] == 0 && answer[5] != 0;
    }
}
