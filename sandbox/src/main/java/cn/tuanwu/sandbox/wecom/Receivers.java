package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.world.Contacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whom a message is for: the userids the application sees, and those it does not, in small letters. */
record Receivers(List<String> known, List<String> unknown) {

    static Receivers of(String touser, VisibleRange range) {
        if ("@all".equals(touser)) {
            return new Receivers(
                    range.all().stream().map(Contacts.Contact::userid).toList(), List.of());
        }
        return of(List.of(touser.split("\\|")), range);
    }

    static Receivers of(List<String> userids, VisibleRange range) {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String userid : userids.stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList()) {
            range.find(userid)
                    .ifPresentOrElse(
                            contact -> known.add(contact.userid()), () -> unknown.add(userid.toLowerCase(Locale.ROOT)));
        }
        return new Receivers(known.stream().distinct().toList(), unknown);
    }

    boolean isEmpty() {
        return known.isEmpty() && unknown.isEmpty();
    }
}
