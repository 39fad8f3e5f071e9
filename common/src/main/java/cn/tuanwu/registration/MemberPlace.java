package cn.tuanwu.registration;

import cn.tuanwu.audit.Whereabouts;
import cn.tuanwu.realname.PersonName;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where the member with this account is, for the audit. */
@Component
class MemberPlace implements Whereabouts {
    private final Rows rows;

    MemberPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "account";
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
        @Select("SELECT branch_id FROM registration WHERE account_id = #{id}")
        Long organisationOf(long id);

        @Select("SELECT name FROM registration WHERE account_id = #{id}")
        String nameOf(long id);
    }
}
