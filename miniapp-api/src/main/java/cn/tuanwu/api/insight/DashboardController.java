package cn.tuanwu.api.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.insight.Dashboard;
import cn.tuanwu.insight.DashboardDesk;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The console's first page. */
@RestController
class DashboardController {
    private final DashboardDesk dashboards;

    DashboardController(DashboardDesk dashboards) {
        this.dashboards = dashboards;
    }

    /** @param afresh true: not what was drawn a moment ago */
    @GetMapping("/api/console/dashboard")
    Overview overview(Caller.Viewer caller, @RequestParam(name = "afresh", defaultValue = "false") String afresh) {
        Dashboard drawn = dashboards.of(caller, Boolean.parseBoolean(afresh));
        return new Overview(
                caller.organisation().name(),
                drawn.at(),
                drawn.days(),
                drawn.pending(),
                drawn.failedChecks(),
                drawn.below().stream()
                        .map(one -> new Below(Long.toString(one.id()), one.name(), one.registered(), one.pending()))
                        .toList());
    }

    record Overview(
            String organisation,
            Instant at,
            List<Dashboard.Day> days,
            Dashboard.Age pending,
            long failedChecks,
            List<Below> below) {}

    record Below(String id, String name, long registered, long pending) {}
}
