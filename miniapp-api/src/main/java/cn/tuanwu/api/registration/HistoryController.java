package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.registration.Edit;
import cn.tuanwu.registration.History;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationDesk;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has the registration now, since when, what next; and what it went through. */
@RestController
class HistoryController {
    private final RegistrationDesk registrations;
    private final History history;
    private final NextStep next;

    HistoryController(RegistrationDesk registrations, History history, NextStep next) {
        this.registrations = registrations;
        this.history = history;
        this.next = next;
    }

    @GetMapping("/api/me/history")
    Told history(Caller.OwnAccount caller) {
        List<Line> lines = history.of(caller).stream()
                .map(step -> new Line(
                        step.at(),
                        step.what(),
                        step.what().label(),
                        step.who() == null ? "您" : step.who(),
                        step.note()))
                .toList();
        return new Told(registrations.mine(caller).map(this::now).orElse(null), lines);
    }

    private Now now(Registration registration) {
        return new Now(registration.state(), next.holder(registration), since(registration), next.of(registration));
    }

    /** Null for a draft: it was in the member's hands all the time. */
    private static Instant since(Registration registration) {
        Edit edit = registration.edit();
        return switch (registration.state()) {
            case DRAFT -> null;
            case PENDING, WITHDRAWN -> registration.submittedAt();
            case RETURNED, APPROVED -> registration.decidedAt();
            case EDIT_PENDING -> edit.submittedAt();
            case EDIT_RETURNED -> edit.decidedAt();
            case LEFT_AT_28, LEFT_VOLUNTARILY, LEFT_OUTSIDE -> registration.leftAt();
        };
    }

    /** @param now null when nothing was begun */
    record Told(Now now, List<Line> items) {}

    record Now(Registration.State state, String holder, Instant since, String next) {}

    record Line(Instant at, History.What what, String label, String by, String note) {}
}
