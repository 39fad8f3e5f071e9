package cn.tuanwu.insight;

import cn.tuanwu.org.TreeDesk;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The days of a merged branch become those of the branch it went into. */
@Component
class MergedDays {
    private final Days days;

    MergedDays(Days days) {
        this.days = days;
    }

    @EventListener
    void merged(TreeDesk.BranchMerged merged) {
        days.add(merged.from().id(), merged.into().id());
        days.drop(merged.from().id());
    }

    @Mapper
    interface Days {
        @Insert("INSERT INTO dashboard_day (branch_id, day, submitted, approved)"
                + " SELECT #{into}, d.day, d.submitted, d.approved FROM dashboard_day d WHERE d.branch_id = #{from}"
                + " ON DUPLICATE KEY UPDATE dashboard_day.submitted = dashboard_day.submitted + d.submitted,"
                + " dashboard_day.approved = dashboard_day.approved + d.approved")
        void add(@Param("from") long from, @Param("into") long into);

        @Delete("DELETE FROM dashboard_day WHERE branch_id = #{branch}")
        void drop(long branch);
    }
}
