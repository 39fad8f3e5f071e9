package cn.tuanwu.review;

import cn.tuanwu.org.TreeDesk;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tasks go with their branch when it is merged; whose cards they are follows the tree. Hears last, when the rest is moved. */
@Component
class TreeChanges {
    private final Rows rows;
    private final OperatorChanges changes;

    TreeChanges(Rows rows, OperatorChanges changes) {
        this.rows = rows;
        this.changes = changes;
    }

    @EventListener
    void moved(TreeDesk.OrganisationMoved moved) {
        changes.deal(moved.organisation());
    }

    @EventListener
    void merged(TreeDesk.BranchMerged merged) {
        rows.move(merged.from().id(), merged.into().id());
        changes.deal(merged.into());
    }

    @Mapper
    interface Rows {
        @Update("UPDATE review_task SET branch_id = #{into} WHERE branch_id = #{from}")
        int move(@Param("from") long from, @Param("into") long into);
    }
}
