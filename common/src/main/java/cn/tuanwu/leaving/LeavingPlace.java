package cn.tuanwu.leaving;

import cn.tuanwu.audit.Whereabouts;
import cn.tuanwu.realname.PersonName;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where a wish belongs, for the audit: to the member's branch. Of an erased registration nobody has a name. */
@Component
class LeavingPlace implements Whereabouts {
    private final Rows rows;

    LeavingPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "leaving";
    }

    @Override
    public Long organisationOf(long id) {
        return rows.organisationOf(id);
    }

    @Override
    public String nameOf(long id) {
        String name = rows.nameOf(id);
        return name == null ? null : new PersonName(name).masked();
    }

    @Mapper
    interface Rows {
        @Select("SELECT branch_id FROM leaving_request WHERE id = #{id}")
        Long organisationOf(long id);

        @Select(
                "SELECT r.name FROM leaving_request q JOIN registration r ON r.id = q.registration_id WHERE q.id = #{id}")
        String nameOf(long id);
    }
}
