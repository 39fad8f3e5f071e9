package cn.tuanwu.insight;

import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who is seen where follows the tree, in the transaction that changes it. */
@Component
class TreeLines {
    private final Lines lines;
    private final Days days;

    TreeLines(Lines lines, Days days) {
        this.lines = lines;
        this.days = days;
    }

    @EventListener
    @Order(2)
    void moved(TreeDesk.OrganisationMoved moved) {
        Organisation now = moved.organisation();
        lines.moved(now.id(), moved.oldPath(), now.path());
    }

    @EventListener
    @Order(2)
    void merged(TreeDesk.BranchMerged merged) {
        Organisation from = merged.from();
        Organisation into = merged.into();
        lines.merged(from.id(), from.path(), into.id(), into.path());
        days.add(from.id(), into.id());
        days.drop(from.id());
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
