package cn.tuanwu.api.transfer;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.TypedId;
import cn.tuanwu.api.once.Call;
import cn.tuanwu.api.once.Once;
import cn.tuanwu.transfer.TransferDesk;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a member appeals against a return. The pictures were handed in before, as those of a correction are. */
@RestController
class AppealController {
    private final TransferDesk transfers;
    private final Once once;

    AppealController(TransferDesk transfers, Once once) {
        this.transfers = transfers;
        this.once = once;
    }

    @PostMapping(path = "/api/me/transfers/{id}/appeal", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] appeal(Caller.OwnAccount caller, Call call, @PathVariable("id") String id, @RequestBody Typed typed) {
        return once.json(call, () -> transfers
                .appeal(caller, TypedId.of(id), typed.words(), typed.pictures())
                .map(TransferView::forMember));
    }

    /** @param photos ids of pictures; what is no id is nobody's */
    record Typed(String words, List<String> photos) {
        List<Long> pictures() {
            return photos == null ? List.of() : photos.stream().map(TypedId::of).toList();
        }

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }
}
