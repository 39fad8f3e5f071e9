package cn.tuanwu.transfer;

import cn.tuanwu.audit.Whereabouts;
import cn.tuanwu.realname.PersonName;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where a transfer is, for the audit: where it starts from. */
@Component
class TransferPlace implements Whereabouts {
    private final Rows rows;

    TransferPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "transfer";
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
        @Select("SELECT from_branch_id FROM transfer WHERE id = #{id}")
        Long organisationOf(long id);

        @Select("SELECT r.name FROM transfer t JOIN registration r ON r.id = t.registration_id WHERE t.id = #{id}")
        String nameOf(long id);
    }
}
