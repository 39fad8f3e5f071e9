package cn.tuanwu.api.audit;

import cn.tuanwu.access.AuditBook;
import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.audit.AuditLine;
import cn.tuanwu.audit.AuditWords;
import cn.tuanwu.kernel.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened in an auditor's subtree, page by page; and how an account signed in, for its security admin. */
@RestController
class AuditController {
    private static final int PAGE = 50;

    private final AuditBook book;

    AuditController(AuditBook book) {
        this.book = book;
    }

    /** Each search leaves a line itself. */
    @GetMapping("/api/console/audit")
    Page search(Caller.Auditor caller, @RequestParam Map<String, String> wish) {
        AuditBook.Search search = new AuditBook.Search(
                instant("from", wish),
                instant("to", wish),
                text("actor", wish),
                text("action", wish),
                text("subjectKind", wish),
                text("subjectId", wish) == null ? null : TypedId.of(wish.get("subjectId")),
                text("before", wish) == null ? null : TypedId.of(wish.get("before")));
        List<AuditLine> found = book.search(caller, search, PAGE);
        Map<String, String> names = new HashMap<>();
        List<Line> lines = found.stream()
                .limit(PAGE)
                .map(line -> Line.of(
                        line,
                        thing -> names.computeIfAbsent(
                                thing, one -> book.name(caller, one).orElse(""))))
                .toList();
        return new Page(lines, found.size() > PAGE ? lines.get(PAGE - 1).id() : null);
    }

    /** Every action there is, in words. */
    @GetMapping("/api/console/audit/actions")
    Actions actions(Caller.Auditor caller) {
        return new Actions(AuditWords.all().entrySet().stream()
                .map(row -> new Action(row.getKey(), row.getValue()))
                .toList());
    }

    @GetMapping("/api/console/accounts/{id}/sign-ins")
    SignIns signIns(Caller.Security caller, @PathVariable("id") String id) {
        List<AuditLine> found = book.signIns(caller, TypedId.of(id), PAGE)
                .orElseThrow(() -> new RefusedRequest("ACCOUNT_UNKNOWN", "没有找到这个账号。"));
        return new SignIns(found.stream()
                .limit(PAGE)
                .map(line -> new SignIn(Long.toString(line.id()), line.happenedAt()))
                .toList());
    }

    private static Instant instant(String name, Map<String, String> wish) {
        try {
            return Optional.ofNullable(text(name, wish)).map(Instant::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw new RefusedRequest(List.of(Refusal.at(name, "FORMAT_INVALID", "时间的格式不正确。")));
        }
    }

    private static String text(String name, Map<String, String> wish) {
        return Optional.ofNullable(wish.get(name))
                .filter(typed -> !typed.isBlank())
                .orElse(null);
    }

    /** @param next where the next page begins; null on the last */
    record Page(List<Line> items, String next) {}

    record Line(
            String id,
            Instant at,
            String actor,
            String actorName,
            String action,
            String actionName,
            String subject,
            String subjectName,
            String detail) {
        static Line of(AuditLine line, java.util.function.UnaryOperator<String> names) {
            String subject = line.subjectKind() + ":" + line.subjectId();
            return new Line(
                    Long.toString(line.id()),
                    line.happenedAt(),
                    line.actor(),
                    names.apply(line.actor()),
                    line.action(),
                    AuditWords.of(line.action()),
                    subject,
                    names.apply(subject),
                    line.detail());
        }
    }

    record Actions(List<Action> items) {}

    record Action(String code, String name) {}

    record SignIns(List<SignIn> items) {}

    record SignIn(String id, Instant at) {}
}
