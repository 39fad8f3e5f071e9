package cn.tuanwu.ceremony;

import cn.tuanwu.audit.Whereabouts;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where a ceremony is, for the audit: with who held it. A deleted one as well. */
@Component
class CeremonyPlace implements Whereabouts {
    private final Rows rows;

    CeremonyPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "ceremony";
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
        @Select("SELECT organisation_id FROM ceremony WHERE id = #{id}")
        Long organisationOf(long id);

        @Select("SELECT theme FROM ceremony WHERE id = #{id}")
        String nameOf(long id);
    }
}
