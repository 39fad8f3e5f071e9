package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.MessageDesk;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the member was told, newest first. */
@RestController
class MessageController {
    private static final int PAGE = 20;

    private final MessageDesk messages;
    private final Once once;

    MessageController(MessageDesk messages, Once once) {
        this.messages = messages;
        this.once = once;
    }

    /** @param before the {@code next} of the page before */
    @GetMapping("/api/me/messages")
    Page page(Caller.OwnAccount caller, @RequestParam(name = "before", required = false) String before) {
        List<MessageDesk.Message> found = messages.told(caller, before == null ? Long.MAX_VALUE : id(before), PAGE + 1);
        List<Line> items = found.stream().limit(PAGE).map(Line::of).toList();
        return new Page(
                messages.unread(caller),
                items,
                found.size() > PAGE ? items.get(PAGE - 1).id() : null);
    }

    @PostMapping(path = "/api/me/messages/read", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] read(Caller.OwnAccount caller, Call call, @RequestBody Seen seen) {
        return once.json(call, () -> {
            messages.markRead(caller, id(seen.upTo()));
            return Outcome.done(new Left(messages.unread(caller)));
        });
    }

    /** No id is zero: what is not a number is before all messages. */
    private static long id(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    /** @param next for the page after this; null at the end */
    record Page(int unread, List<Line> items, String next) {}

    record Line(String id, Instant at, History.What what, String title, String text, boolean unread) {
        static Line of(MessageDesk.Message message) {
            return new Line(
                    Long.toString(message.id()),
                    message.at(),
                    message.what(),
                    message.what().label(),
                    message.text(),
                    message.unread());
        }
    }

    /** @param upTo the newest message that was seen */
    record Seen(String upTo) {}

    record Left(int unread) {}
}
