package cn.tuanwu.invite;

import cn.tuanwu.audit.Whereabouts;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where an invitation leads, for the audit. */
@Component
class InvitationPlace implements Whereabouts {
    private final Rows rows;

    InvitationPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "invitation";
    }

    @Override
    public Long organisationOf(long id) {
        return rows.organisationOf(id);
    }

    @Mapper
    interface Rows {
        @Select("SELECT organisation_id FROM invitation WHERE id = #{id}")
        Long organisationOf(long id);
    }
}
