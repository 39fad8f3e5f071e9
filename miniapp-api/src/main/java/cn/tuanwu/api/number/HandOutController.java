package cn.tuanwu.api.number;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.number.HandOutDesk;
import cn.tuanwu.number.MemberNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Single numbers: the next one for a new member, one taken back, one made void. */
@RestController
@RequestMapping("/api/console/numbers")
class HandOutController {
    private final HandOutDesk handOut;
    private final Once once;

    HandOutController(HandOutDesk handOut, Once once) {
        this.handOut = handOut;
        this.once = once;
    }

    @PostMapping(path = "/next", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    byte[] next(Caller.Reviewer caller, Call call, @RequestBody Whose whose) {
        return once.json(
                call, () -> handOut.next(caller, Typed.id(whose.branch)).map(Said::of));
    }

    @PostMapping(path = "/take-back", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] takeBack(Caller.Admin caller, Call call, @RequestBody Which which) {
        return once.json(
                call, () -> handOut.takeBack(caller, which.number, which.reason).map(Said::of));
    }

    @PostMapping(path = "/void", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] makeVoid(Caller.Admin caller, Call call, @RequestBody Which which) {
        return once.json(
                call, () -> handOut.makeVoid(caller, which.number, which.reason).map(Said::of));
    }

    record Whose(String branch) {}

    record Which(String number, String reason) {}

    record Said(String number) {
        static Said of(MemberNumber number) {
            return new Said(number.text());
        }
    }
}
