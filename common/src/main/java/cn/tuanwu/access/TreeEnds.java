package cn.tuanwu.access;

import cn.tuanwu.org.TreeDesk;
import java.time.Clock;
import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who served a branch serves what it was merged into; nobody acts for an organisation that is closed. */
@Component
class TreeEnds {
    private final Rows rows;
    private final TakeOverRows codes;
    private final Clock clock;

    TreeEnds(Rows rows, TakeOverRows codes, Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.clock = clock;
    }

    @EventListener
    @Order(1)
    void merged(TreeDesk.BranchMerged merged) {
        rows.bring(merged.from().id(), merged.into().id());
    }

    @EventListener
    @Order(1)
    void closed(TreeDesk.OrganisationClosed closed) {
        rows.dismiss(closed.organisation().id());
        rows.endAccounts(closed.organisation().id(), clock.instant());
        codes.endAll(closed.organisation().id(), clock.instant());
    }

    @Mapper
    interface Rows {
        /** Who serves the other already keeps the role held there. */
        @Insert("INSERT INTO roster (organisation_id, staff_id, role)"
                + " SELECT #{into}, r.staff_id, r.role FROM roster r WHERE r.organisation_id = #{from}"
                + " ON DUPLICATE KEY UPDATE roster.role = roster.role")
        int bring(@Param("from") long from, @Param("into") long into);

        @Delete("DELETE FROM roster WHERE organisation_id = #{organisation}")
        int dismiss(long organisation);

        @Update("UPDATE org_account SET ended_at = #{now} WHERE organisation_id = #{organisation} AND ended_at IS NULL")
        int endAccounts(@Param("organisation") long organisation, @Param("now") Instant now);
    }
}
