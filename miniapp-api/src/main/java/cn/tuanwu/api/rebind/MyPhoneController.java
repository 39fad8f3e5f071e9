package cn.tuanwu.api.rebind;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.DeviceDesk;
import cn.tuanwu.api.account.AccountView;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import cn.tuanwu.rebind.PhoneDesk;
import cn.tuanwu.rebind.RebindDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The phone of whoever is signed in: to change it, and to refuse that somebody else does. */
@RestController
class MyPhoneController {
    private final PhoneDesk phones;
    private final RebindDesk rebinds;
    private final DeviceDesk devices;
    private final Sessions sessions;
    private final Once once;

    MyPhoneController(PhoneDesk phones, RebindDesk rebinds, DeviceDesk devices, Sessions sessions, Once once) {
        this.phones = phones;
        this.rebinds = rebinds;
        this.devices = devices;
        this.sessions = sessions;
        this.once = once;
    }

    /** Signs out everywhere but here. */
    @PostMapping("/api/me/phone")
    AccountView change(Caller.OwnAccount caller, Call call, @RequestBody Wish wish, HttpServletRequest request) {
        Optional<AccountView> kept = once.earlier(call, AccountView.class);
        if (kept.isPresent()) {
            return kept.get();
        }
        PhoneDesk.NewPhone judged =
                RefusedRequest.unlessDone(phones.judge(caller, wish.phone(), wish.smsCode(), wish.password()));
        long here = sessions.device(request).orElse(0L);
        return once.answer(
                call, AccountView.class, () -> phones.change(caller, judged).map(account -> {
                    devices.endOthers(caller, here);
                    return AccountView.of(account);
                }));
    }

    @GetMapping("/api/me/rebinding")
    Open open(Caller.OwnAccount caller) {
        return new Open(rebinds.openOf(caller).map(RebindView::forOwner).orElse(null));
    }

    @PostMapping("/api/me/rebinding/refusal")
    RebindView refuse(Caller.OwnAccount caller, Call call) {
        return once.answer(call, RebindView.class, () -> rebinds.refuse(caller).map(RebindView::forOwner));
    }

    record Wish(String phone, String smsCode, String password) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /** @param rebinding null when nobody asked for the caller's account */
    record Open(RebindView rebinding) {}
}
