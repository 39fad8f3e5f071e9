package cn.tuanwu.review;

import cn.tuanwu.audit.Whereabouts;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/** Where a review task waits, for the audit. */
@Component
class TaskPlace implements Whereabouts {
    private final Rows rows;

    TaskPlace(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "review-task";
    }

    @Override
    public Long organisationOf(long id) {
        return rows.organisationOf(id);
    }

    @Mapper
    interface Rows {
        @Select("SELECT branch_id FROM review_task WHERE id = #{id}")
        Long organisationOf(long id);
    }
}
