package cn.tuanwu.access;

import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Person;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;
import org.springframework.stereotype.Component;

/** Someone who served once and serves nowhere any more: the row stays for the audit's number, and names nobody. */
@Component
class StaffErasing implements Erasing {
    private static final String NOBODY = "已注销";

    private final Rows rows;

    StaffErasing(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Turn turn() {
        return Turn.REGISTRATION;
    }

    @Override
    public void erase(Person person) {
        if (person.accountStays()) {
            return;
        }
        rows.unname(person.accountId(), NOBODY);
    }

    @Mapper
    interface Rows {
        @Update("UPDATE staff SET name = #{nobody}, wecom_userid = NULL WHERE account_id = #{account}"
                + " AND NOT EXISTS (SELECT 1 FROM roster r WHERE r.staff_id = staff.id)")
        void unname(@Param("account") long account, @Param("nobody") String nobody);
    }
}
