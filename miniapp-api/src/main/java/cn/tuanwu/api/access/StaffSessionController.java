package cn.tuanwu.api.access;

import cn.tuanwu.access.Roster;
import cn.tuanwu.access.SignInSteps;
import cn.tuanwu.access.SignInSteps.Stage;
import cn.tuanwu.account.SmsCodes;
import cn.tuanwu.account.StaffPhones;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.account.NetworkAddress;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators sign in at the console: by the code of an SMS, or by scanning with WeChat Work. Nothing is kept for a repetition. */
@RestController
@RequestMapping("/api/console/sessions")
class StaffSessionController {
    private final StaffPhones phones;
    private final WorkLogin login;
    private final WeComReader readers;
    private final Roster roster;
    private final SignInSteps steps;
    private final ConsoleArrival arrival;

    StaffSessionController(
            StaffPhones phones,
            WorkLogin login,
            WeComReader readers,
            Roster roster,
            SignInSteps steps,
            ConsoleArrival arrival) {
        this.phones = phones;
        this.login = login;
        this.readers = readers;
        this.roster = roster;
        this.steps = steps;
        this.arrival = arrival;
    }

    /** For a phone that was typed; or again, for the phone behind a ticket. */
    @PostMapping("/sms-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sent sendCode(Call call, @RequestBody Where wish, HttpServletRequest request) {
        String address = NetworkAddress.of(request);
        RefusedRequest.unlessDone(
                wish.ticket() == null
                        ? phones.sendCode(wish.phone(), address)
                        : phones.sendCode(
                                steps.holder(wish.ticket(), Stage.SMS, "staff").orElseThrow(ConsoleArrival::over),
                                address));
        return new Sent(SmsCodes.VALID.toSeconds(), SmsCodes.PAUSE.toSeconds());
    }

    /** With a ticket it is the second proof, without one the only one. */
    @PostMapping("/sms")
    @ResponseStatus(HttpStatus.CREATED)
    Progress code(Call call, @RequestBody SmsProof wish, HttpServletRequest request) {
        if (wish.ticket() == null) {
            return arrival.in(request, RefusedRequest.unlessDone(phones.byCode(wish.phone(), wish.smsCode())));
        }
        long staff = steps.holder(wish.ticket(), Stage.SMS, "staff").orElseThrow(ConsoleArrival::over);
        Roster.Person person = RefusedRequest.unlessDone(phones.byCode(staff, wish.smsCode()));
        if (!steps.use(wish.ticket())) {
            throw ConsoleArrival.over();
        }
        return arrival.in(request, person);
    }

    @PostMapping("/place")
    @ResponseStatus(HttpStatus.CREATED)
    Progress place(Call call, @RequestBody Choice wish, HttpServletRequest request) {
        return arrival.chosen(request, wish.ticket(), TypedId.of(wish.organisationId()));
    }

    @GetMapping("/wecom")
    WorkLogin.Beginning begin() {
        return login.beginAtConsole();
    }

    @PostMapping("/wecom")
    @ResponseStatus(HttpStatus.CREATED)
    Progress scanned(Call call, @RequestBody Arrival back, HttpServletRequest request) {
        if (!login.isOf(back.state(), back.proof())) {
            throw new RefusedRequest("WORK_STATE_INVALID", "登录没有完成，请重新扫码。");
        }
        String userid = RefusedRequest.unlessDone(readers.userid(back.code()));
        return arrival.in(
                request,
                roster.byUserid(userid)
                        .flatMap(found -> roster.serving(found.id()))
                        .orElseThrow(() -> new RefusedRequest("NOT_ON_ROSTER", "您还没有被添加为运营者。如需使用控制台，请联系上级团委添加。")));
    }

    record Where(String phone, String ticket) {
        @Override
        public String toString() {
            return "Where[…]";
        }
    }

    record Sent(long seconds, long resendAfterSeconds) {}

    record SmsProof(String phone, String ticket, String smsCode) {
        @Override
        public String toString() {
            return "SmsProof[…]";
        }
    }

    record Choice(String ticket, String organisationId) {
        @Override
        public String toString() {
            return "Choice[…]";
        }
    }

    record Arrival(String code, String state, String proof) {
        @Override
        public String toString() {
            return "Arrival[…]";
        }
    }
}
