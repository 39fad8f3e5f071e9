package cn.tuanwu.api.org;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.change.ChangeDesk;
import cn.tuanwu.org.NewOrganisation;
import cn.tuanwu.org.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An admin changes the tree: at once, or with a superior's agreement. */
@RestController
@RequestMapping(path = "/api/console/organisations", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangeController {
    private final ChangeDesk changes;
    private final Once once;

    ChangeController(ChangeDesk changes, Once once) {
        this.changes = changes;
        this.once = once;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    byte[] create(Caller.Admin caller, Call call, @RequestBody Founding wish) {
        NewOrganisation organisation = new NewOrganisation(wish.name(), wish.shortName(), wish.kind(), wish.code());
        return once.json(call, () -> changes.create(caller, TreeController.number(wish.parentId()), organisation)
                .map(made -> TreeController.Node.of(made, null, 0)));
    }

    @PostMapping("/{id}/rename")
    byte[] rename(Caller.Admin caller, Call call, @PathVariable("id") String id, @RequestBody Naming wish) {
        return once.json(call, () -> changes.rename(
                        caller, TreeController.number(id), wish.name(), wish.shortName(), wish.reason())
                .map(Result::of));
    }

    @PostMapping("/{id}/move")
    byte[] move(Caller.Admin caller, Call call, @PathVariable("id") String id, @RequestBody Going wish) {
        return once.json(call, () -> changes.move(
                        caller, TreeController.number(id), TreeController.number(wish.targetId()), wish.reason())
                .map(Result::of));
    }

    @PostMapping("/{id}/merge")
    byte[] merge(Caller.Admin caller, Call call, @PathVariable("id") String id, @RequestBody Going wish) {
        return once.json(call, () -> changes.merge(
                        caller, TreeController.number(id), TreeController.number(wish.targetId()), wish.reason())
                .map(Result::of));
    }

    @PostMapping("/{id}/close")
    byte[] close(Caller.Admin caller, Call call, @PathVariable("id") String id) {
        return once.json(
                call, () -> changes.close(caller, TreeController.number(id)).map(done -> new Result("DONE", null)));
    }

    record Founding(String parentId, String name, String shortName, Organisation.Kind kind, String code) {}

    /** @param reason needed when a superior has to agree */
    record Naming(String name, String shortName, String reason) {}

    record Going(String targetId, String reason) {}

    /** @param decider who has to agree first; null when it is done */
    record Result(String state, String decider) {
        static Result of(ChangeDesk.Result result) {
            return result.asked() == null
                    ? new Result("DONE", null)
                    : new Result("ASKED", result.asked().decider().name());
        }
    }
}
