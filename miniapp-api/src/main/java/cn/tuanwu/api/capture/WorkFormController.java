package cn.tuanwu.api.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.capture.CaptureDesk;
import cn.tuanwu.form.MissingDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator begins with a form: who lacks one, and what was begun before. */
@RestController
class WorkFormController {
    private static final int MOST = 30;
    private static final int LONGEST = 40;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final MissingDesk members;
    private final CaptureDesk captures;
    private final Clock clock;

    WorkFormController(MissingDesk members, CaptureDesk captures, Clock clock) {
        this.members = members;
        this.captures = captures;
        this.clock = clock;
    }

    /** @param name the beginning of a name, or a whole phone number; then those who have a form are among the answers */
    @GetMapping("/api/work/forms")
    Forms list(Caller.Staff caller, @RequestParam(name = "name", required = false) String name) {
        String query = name == null || name.length() > LONGEST ? "" : name.strip();
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        List<Line> items = members.ofStaff(caller, query, MOST + 1).stream()
                .map(one -> Line.of(one, today))
                .toList();
        return new Forms(
                items.subList(0, Math.min(MOST, items.size())),
                items.size() > MOST,
                captures.unfinished(caller).stream()
                        .filter(batch -> !batch.pages().isEmpty())
                        .map(BatchView::of)
                        .toList());
    }

    /** @param more whether there are others, to be found by name */
    record Forms(List<Line> items, boolean more, List<BatchView> unfinished) {}

    /**
     * @param name masked
     * @param due null without a deadline
     * @param missing false: a new form would replace one
     */
    record Line(
            String registrationId,
            String name,
            String phoneEnd,
            String branch,
            LocalDate due,
            boolean overdue,
            boolean missing) {
        private static Line of(MissingDesk.Choice one, LocalDate today) {
            return new Line(
                    Long.toString(one.registrationId()),
                    one.name(),
                    one.phone(),
                    one.branch().name(),
                    one.due(),
                    one.missing() && one.due() != null && one.due().isBefore(today),
                    one.missing());
        }
    }
}
