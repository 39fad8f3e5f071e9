package cn.tuanwu.api.form;

import cn.tuanwu.form.Form;
import cn.tuanwu.org.Organisation;
import java.time.Instant;

/** A form as the console shows it. */
record FormView(
        String id,
        String registrationId,
        Place branch,
        Form.State state,
        int edition,
        int pages,
        long bytes,
        Form.Source source,
        String filedBy,
        Instant filedAt,
        String decidedBy,
        Instant decidedAt,
        String reason) {

    static FormView of(Form form) {
        return new FormView(
                Long.toString(form.id()),
                Long.toString(form.registrationId()),
                Place.of(form.branch()),
                form.state(),
                form.edition(),
                form.pages(),
                form.bytes(),
                form.source(),
                form.filedBy(),
                form.filedAt(),
                form.decidedBy(),
                form.decidedAt(),
                form.reason());
    }

    record Place(String id, String name) {
        static Place of(Organisation organisation) {
            return new Place(Long.toString(organisation.id()), organisation.name());
        }
    }
}
