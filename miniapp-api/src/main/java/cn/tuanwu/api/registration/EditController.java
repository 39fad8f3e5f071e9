package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.registration.EditDesk;
import cn.tuanwu.registration.Profile;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where an approved member changes the profile. Only the fields that change are sent; an empty one is cleared. */
@RestController
class EditController {
    private final EditDesk edits;
    private final Me me;
    private final Once once;

    EditController(EditDesk edits, Me me, Once once) {
        this.edits = edits;
        this.me = me;
        this.once = once;
    }

    @PostMapping(path = "/api/registration/edits", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] change(Caller.OwnAccount caller, Call call, @RequestBody Profile wish) {
        return once.json(call, () -> edits.change(caller, wish).map(done -> me.of(caller)));
    }

    @PostMapping(path = "/api/registration/corrections", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] correct(Caller.OwnAccount caller, Call call, @RequestBody Correction wish) {
        Profile changes = wish.changes() == null ? Profile.EMPTY : wish.changes();
        return once.json(call, () -> edits.correct(caller, changes, wish.evidence(), wish.pictures())
                .map(done -> me.of(caller)));
    }

    @PostMapping(path = "/api/registration/edits/withdraw", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] withdraw(Caller.OwnAccount caller, Call call) {
        return once.json(call, () -> edits.withdraw(caller).map(done -> me.of(caller)));
    }

    /** @param photos ids of pictures that were handed in before, or null */
    record Correction(Profile changes, String evidence, List<String> photos) {

        /** No id is zero: what is no number is nobody's picture. */
        List<Long> pictures() {
            return photos == null
                    ? List.of()
                    : photos.stream()
                            .map(id -> id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0L)
                            .toList();
        }

        @Override
        public String toString() {
            return "Correction[…]";
        }
    }
}
