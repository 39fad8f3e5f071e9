package cn.tuanwu.ceremony;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.Registration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A registration that is gone took no oath; the ceremony stays. Joins the transaction of the cause. */
@Component
class OathEnds {
    private final OathRows rows;
    private final OathLines lines;
    private final CeremonyLines ceremonies;
    private final OrgDesk organisations;

    OathEnds(OathRows rows, OathLines lines, CeremonyLines ceremonies, OrgDesk organisations) {
        this.rows = rows;
        this.lines = lines;
        this.ceremonies = ceremonies;
        this.organisations = organisations;
    }

    @EventListener
    void stepped(Registration.Stepped event) {
        if (rows.there(event.registrationId()) == 0) {
            forget(event.registrationId());
        }
    }

    void forget(long registrationId) {
        organisations.holdTree();
        Long ceremony = rows.ofMember(registrationId);
        if (ceremony != null) {
            rows.remove(List.of(registrationId), ceremony);
            ceremonies.recount(ceremony);
        }
        lines.refresh(registrationId);
    }
}
