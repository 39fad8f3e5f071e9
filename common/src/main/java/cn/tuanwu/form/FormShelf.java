package cn.tuanwu.form;

import cn.tuanwu.org.OrgDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads forms as others may see them. */
@Component
class FormShelf {
    private final FormRows rows;
    private final OrgDesk organisations;

    FormShelf(FormRows rows, OrgDesk organisations) {
        this.rows = rows;
        this.organisations = organisations;
    }

    Optional<Form> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(this::form);
    }

    /** What was kept and can be shown. */
    Optional<Form> find(Reach reach, long id) {
        return find(id).filter(form -> form.state() != Form.State.STORING && reach.holds(form.branch()));
    }

    /** Newest first. */
    List<Form> history(Reach reach, long registrationId) {
        return rows.history(registrationId).stream()
                .map(this::form)
                .filter(form -> reach.holds(form.branch()))
                .toList();
    }

    Form form(FormRow row) {
        return new Form(
                row.id,
                row.registrationId,
                organisations.find(row.branchId).orElseThrow(),
                row.state,
                row.edition == null ? 0 : row.edition,
                row.pages,
                row.bytes,
                row.source,
                row.filedName,
                row.filedAt,
                row.decidedName,
                row.decidedAt,
                row.reason);
    }
}
