package cn.tuanwu.org;

import cn.tuanwu.audit.Whereabouts;
import org.springframework.stereotype.Component;

/** A line about an organisation is in its own place. */
@Component
class OrganisationPlace implements Whereabouts {

    @Override
    public String kind() {
        return "organisation";
    }

    @Override
    public Long organisationOf(long id) {
        return id;
    }
}
