package cn.tuanwu.registration;

import cn.tuanwu.audit.Whereabouts;
import org.springframework.stereotype.Component;

/** Where the member with this account is, for the audit: where the registration is. */
@Component
class MemberPlace implements Whereabouts {
    private final RegistrationPlace registrations;
    private final RegistrationRows rows;

    MemberPlace(RegistrationPlace registrations, RegistrationRows rows) {
        this.registrations = registrations;
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Long organisationOf(long id) {
        RegistrationRow row = rows.byAccount(id);
        return row == null ? null : row.branchId;
    }

    @Override
    public String nameOf(long id) {
        RegistrationRow row = rows.byAccount(id);
        return row == null ? null : registrations.nameOf(row.id);
    }
}
