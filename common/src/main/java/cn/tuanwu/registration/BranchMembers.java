package cn.tuanwu.registration;

import cn.tuanwu.org.Occupant;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.org.TreeDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Members and registrations go with their branch when it is merged, and keep it from being closed. */
@Component
class BranchMembers implements Occupant {
    private final Rows rows;

    BranchMembers(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> standingIn(Organisation organisation) {
        List<String> standing = new ArrayList<>();
        int members = rows.members(organisation.id());
        int pending = rows.pending(organisation.id());
        if (members > 0) {
            standing.add(members + " 名团员");
        }
        if (pending > 0) {
            standing.add(pending + " 份待审核的报到");
        }
        return standing.isEmpty() ? Optional.empty() : Optional.of(String.join("、", standing));
    }

    /** Registrations first: whoever is approved in between becomes a member of the branch the registration names by then. */
    @EventListener
    @Order(1)
    void merged(TreeDesk.BranchMerged merged) {
        rows.moveRegistrations(merged.from().id(), merged.into().id());
        rows.moveMembers(merged.from().id(), merged.into().id());
    }

    @Mapper
    interface Rows {
        @Select("SELECT COUNT(*) FROM member WHERE branch_id = #{branch}")
        int members(long branch);

        @Select("SELECT COUNT(*) FROM registration WHERE branch_id = #{branch} AND state = 'PENDING'")
        int pending(long branch);

        /** Whoever read the branch before it was merged finds the version changed, and begins nothing there. */
        @Update("UPDATE registration SET branch_id = #{into}, version = version + 1 WHERE branch_id = #{from}")
        int moveRegistrations(@Param("from") long from, @Param("into") long into);

        @Update("UPDATE member SET branch_id = #{into} WHERE branch_id = #{from}")
        int moveMembers(@Param("from") long from, @Param("into") long into);
    }
}
