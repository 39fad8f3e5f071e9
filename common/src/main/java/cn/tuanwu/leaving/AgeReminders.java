package cn.tuanwu.leaving;

import cn.tuanwu.access.Roster;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.push.Push;
import cn.tuanwu.push.PushDesk;
import cn.tuanwu.push.PushKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Once a month whoever decides for a branch hears of its members who are 28, hold no duty and were not postponed. Someone with
 * many such branches hears of all in one text. It reminds and does nothing else.
 */
@Service
public class AgeReminders {
    private static final int AT_ONCE = 200;

    /** By then the month's other branches of the same person are noted as well. */
    private static final Duration GATHER = Duration.ofMinutes(10);

    private final Rows rows;
    private final LeavingRules judging;
    private final Roster roster;
    private final OrgDesk organisations;
    private final PushDesk pushes;
    private final Tx tx;

    AgeReminders(Rows rows, LeavingRules judging, Roster roster, OrgDesk organisations, PushDesk pushes, Tx tx) {
        this.rows = rows;
        this.judging = judging;
        this.roster = roster;
        this.organisations = organisations;
        this.pushes = pushes;
        this.tx = tx;
    }

    /** Notes whom to remind this month. A second call, on whatever node, changes nothing. */
    public void remind() {
        LocalDate today = judging.today();
        LocalDate born = today.minusYears(LeavingRules.AGE);
        LocalDate month = today.withDayOfMonth(1);
        List<Long> branches = rows.due(born, today, month, 0, AT_ONCE);
        while (!branches.isEmpty()) {
            branches.forEach(branch -> remind(branch, month));
            branches = rows.due(born, today, month, branches.get(branches.size() - 1), AT_ONCE);
        }
    }

    private void remind(long branchId, LocalDate month) {
        Organisation branch = organisations.find(branchId).orElseThrow();
        try {
            tx.run(() -> roster.decidersOf(branch).forEach(person -> {
                rows.insert(branchId, month, person.id());
                String key = PushKind.LEAVING_REMINDER + ":" + person.id() + ":" + month;
                pushes.enqueue(new Push(PushKind.LEAVING_REMINDER, person.id(), month.toString(), key, GATHER));
            }));
        } catch (DuplicateKeyException another) {
            // Another node noted it this moment.
        }
    }

    /** What stands open now of what somebody is reminded of in that month; nothing to say when no member is. */
    public Due due(long staffId, LocalDate month) {
        LocalDate today = judging.today();
        return rows.open(staffId, month, today.minusYears(LeavingRules.AGE), today);
    }

    /** @param branch the name of one of them */
    public record Due(int branches, String branch, long members) {}

    @Mapper
    interface Rows {
        String OF_AGE =
                " JOIN leaving_line l ON l.organisation_id = o.id AND l.standing = 'MEMBER' AND l.day <= #{born}"
                        + " JOIN registration r ON r.id = l.registration_id AND r.cadre = 0 AND r.leaving = 0"
                        + " LEFT JOIN leaving_delay d ON d.registration_id = r.id AND d.until >= #{today}"
                        + " WHERE d.registration_id IS NULL AND NOT EXISTS (SELECT 1 FROM staff s JOIN roster x"
                        + " ON x.staff_id = s.id AND x.role IN ('OPERATOR', 'ADMIN') WHERE s.account_id = r.account_id)";

        /** Branches with somebody due of whom nobody was reminded this month. */
        @Select("SELECT DISTINCT o.id FROM organisation o" + OF_AGE + " AND o.kind = 'BRANCH' AND o.id > #{after}"
                + " AND NOT EXISTS (SELECT 1 FROM leaving_reminder m WHERE m.branch_id = o.id AND m.month = #{month})"
                + " ORDER BY o.id LIMIT #{most}")
        List<Long> due(
                @Param("born") LocalDate born,
                @Param("today") LocalDate today,
                @Param("month") LocalDate month,
                @Param("after") long after,
                @Param("most") int most);

        @Insert("INSERT INTO leaving_reminder (branch_id, month, staff_id) VALUES (#{branch}, #{month}, #{staff})")
        void insert(@Param("branch") long branch, @Param("month") LocalDate month, @Param("staff") long staff);

        @Select("SELECT COUNT(DISTINCT o.id) AS branches, MIN(o.name) AS branch, COUNT(*) AS members"
                + " FROM leaving_reminder m JOIN organisation o ON o.id = m.branch_id" + OF_AGE
                + " AND m.staff_id = #{staff} AND m.month = #{month}")
        @ConstructorArgs({
            @Arg(column = "branches", javaType = int.class),
            @Arg(column = "branch", javaType = String.class),
            @Arg(column = "members", javaType = long.class)
        })
        Due open(
                @Param("staff") long staff,
                @Param("month") LocalDate month,
                @Param("born") LocalDate born,
                @Param("today") LocalDate today);
    }
}
