package cn.tuanwu.api.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.transfer.TargetDesk;
import cn.tuanwu.transfer.TransferDesk;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The member's own transfers. Who is signed in is not asked for a code again: nothing moves before others agree. */
@RestController
class MyTransferController {
    private final TransferDesk transfers;
    private final TargetDesk targets;
    private final Once once;

    MyTransferController(TransferDesk transfers, TargetDesk targets, Once once) {
        this.transfers = transfers;
        this.targets = targets;
        this.once = once;
    }

    @GetMapping("/api/me/transfers")
    Items mine(Caller.OwnAccount caller) {
        return new Items(
                transfers.mine(caller).stream().map(TransferView::forMember).toList());
    }

    @GetMapping("/api/me/transfers/{id}")
    TransferView one(Caller.OwnAccount caller, @PathVariable("id") String id) {
        return transfers
                .find(caller, TypedId.of(id))
                .map(TransferView::forMember)
                .orElseThrow(() -> new RefusedRequest("TRANSFER_UNKNOWN", "没有找到这项转接。"));
    }

    /** Whatever stands in the way, all of it; what was not filled in yet is beside its field. Changes nothing. */
    @PostMapping(path = "/api/me/transfers/check", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] check(Caller.OwnAccount caller, Call call, @RequestBody TypedWish typed) {
        return once.json(
                call,
                () -> Outcome.done(new Checked(
                        transfers.blockers(caller, typed.wish()).stream()
                                .map(Blocker::of)
                                .toList(),
                        targets.asked(caller, typed.wish()).stream()
                                .map(Organisation::name)
                                .toList())));
    }

    @PostMapping(path = "/api/me/transfers", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] start(Caller.OwnAccount caller, Call call, @RequestBody TypedWish typed) {
        return once.json(call, () -> transfers.start(caller, typed.wish()).map(TransferView::forMember));
    }

    @PostMapping(path = "/api/me/transfers/{id}/withdraw", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] withdraw(Caller.OwnAccount caller, Call call, @PathVariable("id") String id, @RequestBody Taken taken) {
        return once.json(
                call,
                () -> transfers.withdraw(caller, TypedId.of(id), taken.reason()).map(TransferView::forMember));
    }

    record Items(List<TransferView> items) {}

    /** @param asked the names of who would have to agree, in this order */
    record Checked(List<Blocker> blockers, List<String> asked) {}

    /** @param field null when it is no matter of what was filled in */
    record Blocker(String code, String field, String message) {
        static Blocker of(Refusal refusal) {
            return new Blocker(refusal.code(), refusal.field(), refusal.text());
        }
    }

    record Taken(String reason) {
        @Override
        public String toString() {
            return "Taken[…]";
        }
    }
}
