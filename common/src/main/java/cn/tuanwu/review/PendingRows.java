package cn.tuanwu.review;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface PendingRows {
    String OPEN = " FROM review_task t JOIN organisation o ON o.id = t.branch_id";
    String WITHIN = " WHERE t.state = 'OPEN' AND o.path LIKE CONCAT(#{filter.path}, '%')"
            + "<if test='filter.kind != null'> AND t.kind = #{filter.kind}</if>"
            + "<if test='filter.openedBefore != null'> AND t.opened_at &lt;= #{filter.openedBefore}</if>"
            // No provider checks overseas documents: no row means failed.
            + "<if test='filter.realName != null'> AND COALESCE(c.state, 'FAILED') = #{filter.realName}</if>";
    String CHECKED = "<if test='filter.realName != null'> JOIN registration r ON r.id = t.registration_id"
            + " LEFT JOIN realname_check c ON c.id = r.realname_id</if>";

    /** The longest waiting first. */
    @Select("<script>SELECT t.id" + OPEN + CHECKED + WITHIN
            + " AND t.id > #{after} ORDER BY t.id LIMIT #{most}</script>")
    List<Long> longestWaiting(@Param("filter") Filter filter, @Param("after") long after, @Param("most") int most);

    /** The newest first. */
    @Select("<script>SELECT t.id" + OPEN + CHECKED + WITHIN
            + " AND t.id &lt; #{before} ORDER BY t.id DESC LIMIT #{most}</script>")
    List<Long> newest(@Param("filter") Filter filter, @Param("before") long before, @Param("most") int most);

    @Select("<script>SELECT COUNT(*)" + OPEN + CHECKED + WITHIN + "</script>")
    int count(@Param("filter") Filter filter);

    @Select("<script>" + ReviewTaskRows.COLUMNS + "WHERE id IN"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>")
    List<ReviewTaskRow> all(@Param("ids") List<Long> ids);

    /** @param path of the organisation asked about: it and all below it; what is null counts for nothing */
    record Filter(String path, ReviewTask.Kind kind, String realName, Instant openedBefore) {}
}
