package cn.tuanwu.insight;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads the outbox beside what its pushes are about. Only what is open or dead: the rest is history. */
@Mapper
interface PushBookRows {
    String STATE = "CASE o.state WHEN 'DEAD' THEN 'DEAD' ELSE 'WAITING' END";
    String FROM = " FROM outbox o"
            + " LEFT JOIN review_task t ON t.id = o.subject_id AND (o.kind IN ('MEMBER_RESULT', 'ADMIN_NOTICE',"
            + " 'REVIEW_CARD', 'REVIEW_CARD_CLOSE', 'REVIEW_CARD_RENEW', 'REVIEW_CARD_NOTICE', 'REVIEW_REMINDER',"
            + " 'REVIEW_ESCALATION'))"
            + " LEFT JOIN invitation i ON i.id = o.subject_id AND o.kind = 'INVITATION_TICKET'"
            + " LEFT JOIN organisation g ON g.id = COALESCE(t.branch_id, i.organisation_id)"
            + " WHERE o.state IN ('DUE', 'CLAIMED', 'DEAD')"
            + " <if test='scope != null'>AND g.path LIKE #{scope}</if> ";

    @Select("<script>SELECT o.id, o.kind, g.name AS place, o.attempts, o.last_error, o.created_at,"
            + " COALESCE(o.settled_at, o.next_at) AS next_at" + FROM
            + "AND " + STATE + " = #{state} AND o.id &lt; #{before} ORDER BY o.id DESC LIMIT #{max}</script>")
    List<PushLineRow> list(
            @Param("scope") String scope,
            @Param("state") String state,
            @Param("before") long before,
            @Param("max") int max);

    /** Two steps: MariaDB groups by no expression under ONLY_FULL_GROUP_BY. */
    @Select("<script>SELECT kind, state, COUNT(*) AS count FROM (SELECT o.kind, " + STATE + " AS state" + FROM
            + ") p GROUP BY kind, state ORDER BY kind</script>")
    @ConstructorArgs({
        @Arg(column = "kind", javaType = cn.tuanwu.push.PushKind.class),
        @Arg(column = "state", javaType = PushBook.State.class),
        @Arg(column = "count", javaType = int.class)
    })
    List<PushBook.Count> counts(@Param("scope") String scope);

    @Select("<script>SELECT COUNT(*)" + FROM + "AND o.state = 'DEAD' AND o.id = #{id}</script>")
    int dead(@Param("scope") String scope, @Param("id") long id);
}
