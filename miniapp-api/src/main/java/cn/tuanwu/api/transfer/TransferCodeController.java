package cn.tuanwu.api.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.transfer.TargetDesk;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The codes a committee and its branches hang up, for whoever has to print them. */
@RestController
class TransferCodeController {
    private static final int LONGEST_QUERY = 50;

    private final TargetDesk targets;
    private final OrgDesk organisations;

    TransferCodeController(TargetDesk targets, OrgDesk organisations) {
        this.targets = targets;
        this.organisations = organisations;
    }

    /** Of the caller's organisation and what is below it, by words; without any the own one and those right below. */
    @GetMapping("/api/console/transfers/codes")
    TargetController.Items codes(Caller.Viewer caller, @RequestParam(name = "q", defaultValue = "") String typed) {
        String words = typed.codePointCount(0, typed.length()) > LONGEST_QUERY ? "" : typed;
        return items(targets.within(caller, words));
    }

    /** Of the organisations the caller serves. */
    @GetMapping("/api/work/transfers/codes")
    TargetController.Items codes(Caller.Staff caller) {
        return items(targets.within(caller));
    }

    private TargetController.Items items(List<Organisation> found) {
        Map<Long, String> paths = organisations.pathNames(found);
        return new TargetController.Items(found.stream()
                .map(one -> TargetView.of(one, paths.get(one.id()), targets.codeOf(one)))
                .toList());
    }
}
