package cn.tuanwu.form;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Walks the members of an organisation by their ids, and finds the formal form of each by its key. */
@Mapper
interface BundleRows {
    String CHOSEN = "<if test='members.size() > 0'> AND l.registration_id IN"
            + "<foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach></if>";

    @Select("<script>SELECT COUNT(*) FROM form_line l WHERE l.organisation_id = #{organisation}" + CHOSEN + "</script>")
    int within(@Param("organisation") long organisation, @Param("members") List<Long> members);

    @Select("<script>SELECT COUNT(*) FROM form_line l JOIN form f ON f.formal_of = l.registration_id"
            + " WHERE l.organisation_id = #{organisation}" + CHOSEN + "</script>")
    long count(@Param("organisation") long organisation, @Param("members") List<Long> members);

    @Select(
            "<script>SELECT STRAIGHT_JOIN f.id AS form_id, r.id AS registration_id, r.account_id, r.name, a.phone_sealed"
                    + " FROM form_line l JOIN form f ON f.formal_of = l.registration_id"
                    + " JOIN registration r ON r.id = l.registration_id JOIN account a ON a.id = r.account_id"
                    + " WHERE l.organisation_id = #{organisation} AND l.registration_id &gt; #{after}" + CHOSEN
                    + " ORDER BY l.registration_id LIMIT #{most}</script>")
    List<BundleRow> next(
            @Param("organisation") long organisation,
            @Param("members") List<Long> members,
            @Param("after") long after,
            @Param("most") int most);
}
