package cn.tuanwu.api.transfer;

import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.transfer.TargetDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a transfer may lead to; the tree is public. */
@RestController
class TargetController {
    private static final int LONGEST_QUERY = 50;

    private final TargetDesk targets;
    private final TargetQr codes;
    private final OrgDesk organisations;

    TargetController(TargetDesk targets, TargetQr codes, OrgDesk organisations) {
        this.targets = targets;
        this.codes = codes;
        this.organisations = organisations;
    }

    @GetMapping("/api/transfer-targets")
    Items search(@RequestParam(name = "q", defaultValue = "") String typed) {
        String words = typed.codePointCount(0, typed.length()) > LONGEST_QUERY ? "" : typed;
        List<Organisation> found = targets.search(words);
        Map<Long, String> paths = organisations.pathNames(found);
        return new Items(found.stream()
                .map(one -> TargetView.of(one, paths.get(one.id()), targets.codeOf(one)))
                .toList());
    }

    @GetMapping("/api/transfer-targets/{code}")
    TargetView read(@PathVariable("code") String code) {
        Organisation found = RefusedRequest.unlessDone(targets.read(code));
        return TargetView.of(found, organisations.pathName(found), targets.codeOf(found));
    }

    /** Names change seldom: the picture may be kept for an hour. */
    @GetMapping("/api/transfer-targets/{code}/qr.png")
    ResponseEntity<byte[]> picture(@PathVariable("code") String code) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(codes.png(RefusedRequest.unlessDone(targets.read(code))));
    }

    record Items(List<TargetView> items) {}
}
