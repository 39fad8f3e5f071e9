package cn.tuanwu.form;

import cn.tuanwu.audit.Whereabouts;
import cn.tuanwu.realname.PersonName;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where a form is, for the audit: where its member is. */
@Component
class FormPlace implements Whereabouts {
    private final Rows rows;

    FormPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "form";
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
        @Select("SELECT r.branch_id FROM form f JOIN registration r ON r.id = f.registration_id WHERE f.id = #{id}")
        Long organisationOf(@Param("id") long id);

        @Select("SELECT r.name FROM form f JOIN registration r ON r.id = f.registration_id WHERE f.id = #{id}")
        String nameOf(@Param("id") long id);
    }
}
