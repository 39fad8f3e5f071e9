package cn.tuanwu.invite;

import cn.tuanwu.org.TreeDesk;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An organisation that closes, or goes into another, invites nobody any more. */
@Component
class BranchInvitations {
    private final Rows rows;

    BranchInvitations(Rows rows) {
        this.rows = rows;
    }

    @EventListener
    @Order(1)
    void closed(TreeDesk.OrganisationClosed closed) {
        rows.revokeAll(closed.organisation().id());
    }

    @Mapper
    interface Rows {
        @Update(
                "UPDATE invitation SET state = 'REVOKED' WHERE organisation_id = #{organisation} AND state <> 'REVOKED'")
        int revokeAll(long organisation);
    }
}
