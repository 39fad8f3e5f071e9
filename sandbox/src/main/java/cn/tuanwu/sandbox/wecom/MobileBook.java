package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.Contacts.Contact;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Which member has a telephone number, among those the application can see. */
@Component
class MobileBook {
    private final Contacts contacts;
    private final VisibleRange range;

    MobileBook(Contacts contacts, VisibleRange range) {
        this.contacts = contacts;
        this.range = range;
    }

    ApiAnswer userid(ObjectNode call) {
        String mobile = call.path("mobile").asString("");
        if (mobile.isEmpty()) {
            return ApiAnswer.refused(40035, "missing mobile");
        }
        return range.all().stream()
                .filter(member -> mobile(member).equals(mobile))
                .findFirst()
                .map(member -> ApiAnswer.ok().with("userid", member.userid()))
                .orElseGet(() -> ApiAnswer.refused(46004, "user not exist"));
    }

    /** Made up from the place in the address book: nobody is called there. */
    String mobile(Contact member) {
        return String.format("1380000%04d", contacts.all().indexOf(member) + 1);
    }
}
