package cn.tuanwu.access;

import cn.tuanwu.audit.Whereabouts;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where someone serves, for the audit: the highest of several. */
@Component
class StaffPlace implements Whereabouts {
    private final Rows rows;

    StaffPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "staff";
    }

    @Override
    public Long organisationOf(long id) {
        return rows.organisationOf(id);
    }

    @Override
    public String nameOf(long id) {
        return rows.nameOf(id);
    }

    @Mapper
    interface Rows {
        @Select("SELECT MIN(organisation_id) FROM roster WHERE staff_id = #{id}")
        Long organisationOf(long id);

        @Select("SELECT name FROM staff WHERE id = #{id}")
        String nameOf(long id);
    }
}
