package cn.tuanwu.api.access;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operators come in through WeChat Work: the platform says who they are, the roster whether they have business here. */
@RestController
class WorkSessionController {
    private final WorkLogin login;
    private final WeComReader readers;
    private final Roster roster;
    private final Sessions sessions;

    WorkSessionController(WorkLogin login, WeComReader readers, Roster roster, Sessions sessions) {
        this.login = login;
        this.readers = readers;
        this.roster = roster;
        this.sessions = sessions;
    }

    @GetMapping("/api/work/sign-in")
    WorkLogin.Beginning begin() {
        return login.begin();
    }

    /** Nothing is kept for a repetition: the code is good once, whoever repeats it begins anew. */
    @PostMapping("/api/work/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    SignedIn signIn(Call call, @RequestBody Arrival arrival, HttpServletRequest request) {
        if (!login.isOf(arrival.state(), arrival.proof())) {
            throw new RefusedRequest("WORK_STATE_INVALID", "登录没有完成，请重新打开页面。");
        }
        String userid = RefusedRequest.unlessDone(readers.userid(arrival.code()));
        Roster.Person person = roster.byUserid(userid)
                .flatMap(found -> roster.serving(found.id()))
                .orElseThrow(() -> new RefusedRequest("NOT_ON_ROSTER", "您不在审核人员名单中。如需审核团员报到，请联系上级团委添加。"));
        return new SignedIn(
                sessions.open(request, new Caller.Staff(person.id(), person.name())), new StaffView(person.name()));
    }

    record Arrival(String code, String state, String proof) {
        @Override
        public String toString() {
            return "Arrival[…]";
        }
    }

    record SignedIn(String session, StaffView staff) {
        @Override
        public String toString() {
            return "SignedIn[…]";
        }
    }

    record StaffView(String name) {}
}
