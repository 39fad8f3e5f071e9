package cn.tuanwu.access;

import cn.tuanwu.audit.Whereabouts;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where an organisation account belongs, for the audit. */
@Component
class OrgAccountPlace implements Whereabouts {
    private final Rows rows;

    OrgAccountPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "org-account";
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
        @Select("SELECT organisation_id FROM org_account WHERE id = #{id}")
        Long organisationOf(long id);

        @Select("SELECT CONCAT(o.short_name, ' · ', CONVERT(a.login USING utf8mb4)) FROM org_account a"
                + " JOIN organisation o ON o.id = a.organisation_id WHERE a.id = #{id}")
        String nameOf(long id);
    }
}
