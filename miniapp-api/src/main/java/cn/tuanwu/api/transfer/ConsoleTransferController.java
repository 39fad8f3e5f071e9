package cn.tuanwu.api.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.transfer.MyTransferController.Taken;
import cn.tuanwu.transfer.ClaimDesk;
import cn.tuanwu.transfer.PassageDesk;
import cn.tuanwu.transfer.TargetDesk;
import cn.tuanwu.transfer.TransferDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 组织关系转接 at the console: what touches the caller's organisation and all below it. */
@RestController
@RequestMapping(path = "/api/console/transfers", produces = MediaType.APPLICATION_JSON_VALUE)
class ConsoleTransferController {
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final TransferDesk transfers;
    private final ClaimDesk claims;
    private final PassageDesk passages;
    private final TargetDesk targets;
    private final PassagePages pages;
    private final Once once;

    ConsoleTransferController(
            TransferDesk transfers,
            ClaimDesk claims,
            PassageDesk passages,
            TargetDesk targets,
            PassagePages pages,
            Once once) {
        this.transfers = transfers;
        this.claims = claims;
        this.passages = passages;
        this.targets = targets;
        this.pages = pages;
        this.once = once;
    }

    /** A list names people in its search, so it is asked for in a body; nothing is changed by it. */
    @PostMapping("/search")
    PassagePages.Page list(
            Caller.Viewer caller,
            Call call,
            @RequestBody TransferFilter filter,
            @RequestParam(name = "after", required = false) String after,
            @RequestParam(name = "size", required = false) Integer size) {
        int most = size == null ? USUAL_SIZE : Math.max(1, Math.min(size, LARGEST_SIZE));
        PassageDesk.Page page = RefusedRequest.unlessDone(passages.list(caller, filter.read(), after, most));
        return new PassagePages.Page(
                page.items().stream().map(one -> pages.entry(caller, one)).toList(), page.next());
    }

    @GetMapping("/{id}")
    PassagePages.Entry one(Caller.Viewer caller, @PathVariable("id") String id) {
        return passages.find(caller, TypedId.of(id))
                .map(passage -> pages.entry(caller, passage))
                .orElseThrow(() -> new RefusedRequest("TRANSFER_UNKNOWN", "没有找到这项转接。"));
    }

    /** All that stands in the way; changes nothing. */
    @PostMapping("/check")
    byte[] check(Caller.Reviewer caller, Call call, @RequestBody TypedStart typed) {
        return once.json(
                call,
                () -> StartCheck.of(
                        transfers.blockers(caller, typed.registration(), typed.read()),
                        targets.asked(caller, typed.registration(), typed.read())));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    byte[] start(Caller.Reviewer caller, Call call, @RequestBody TypedStart typed) {
        return once.json(call, () -> transfers
                .start(caller, typed.registration(), typed.read())
                .map(transfer -> pages.entry(caller, transfer)));
    }

    /** The branch that takes, knowing name and document. */
    @PostMapping("/claims")
    @ResponseStatus(HttpStatus.CREATED)
    byte[] claim(Caller.Reviewer caller, Call call, @RequestBody TypedClaim typed) {
        return once.judged(call, () -> claims.judge(caller, typed.claim(), typed.read()), judged -> claims.start(judged)
                .map(transfer -> pages.entry(caller, transfer)));
    }

    @PostMapping("/{id}/withdraw")
    byte[] withdraw(Caller.Reviewer caller, Call call, @PathVariable("id") String id, @RequestBody Taken taken) {
        return once.json(call, () -> transfers
                .withdraw(caller, TypedId.of(id), taken.reason())
                .map(transfer -> pages.entry(caller, transfer)));
    }
}
