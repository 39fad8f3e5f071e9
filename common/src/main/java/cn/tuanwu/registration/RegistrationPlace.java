package cn.tuanwu.registration;

import cn.tuanwu.audit.Whereabouts;
import cn.tuanwu.realname.PersonName;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where a registration is, for the audit. */
@Component
class RegistrationPlace implements Whereabouts {
    private final Rows rows;

    RegistrationPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "registration";
    }

    @Override
    public Long organisationOf(long id) {
        return rows.organisationOf(id);
    }

    @Override
    public String nameOf(long id) {
        String name = rows.nameOf(id);
        return name == null || name.isBlank() ? null : new PersonName(name).masked();
    }

    @Mapper
    interface Rows {
        @Select("SELECT branch_id FROM registration WHERE id = #{id}")
        Long organisationOf(long id);

        @Select("SELECT name FROM registration WHERE id = #{id}")
        String nameOf(long id);
    }
}
