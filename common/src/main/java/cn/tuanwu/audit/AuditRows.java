package cn.tuanwu.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Lines are added and read. No statement changes or removes one, here or anywhere. */
@Mapper
interface AuditRows {

    @Insert("INSERT INTO audit (id, happened_at, organisation_id, actor, action, subject_kind, subject_id, detail)"
            + " VALUES (#{id}, #{at}, #{organisation}, #{actor}, #{action}, #{kind}, #{subject}, #{detail})")
    void insert(
            @Param("id") long id,
            @Param("at") Instant at,
            @Param("organisation") Long organisation,
            @Param("actor") String actor,
            @Param("action") String action,
            @Param("kind") String kind,
            @Param("subject") long subject,
            @Param("detail") String detail);

    @Select("<script>SELECT a.id, a.happened_at, a.organisation_id, a.actor, a.action, a.subject_kind, a.subject_id,"
            + " a.detail FROM (SELECT id FROM audit <where>"
            + "<if test='wish.path != null'>organisation_id IN"
            + " (SELECT id FROM organisation WHERE path LIKE CONCAT(#{wish.path}, '%'))</if>"
            + "<if test='wish.from != null'> AND happened_at &gt;= #{wish.from}</if>"
            + "<if test='wish.to != null'> AND happened_at &lt; #{wish.to}</if>"
            + "<if test='wish.actor != null'> AND actor = #{wish.actor}</if>"
            + "<if test='wish.action != null'> AND action = #{wish.action}</if>"
            + "<if test='wish.subjectKind != null'> AND subject_kind = #{wish.subjectKind}</if>"
            + "<if test='wish.subjectId != null'> AND subject_id = #{wish.subjectId}</if>"
            + "<if test='wish.before != null'> AND id &lt; #{wish.before}</if>"
            + "</where> ORDER BY id DESC LIMIT #{most}) page JOIN audit a ON a.id = page.id ORDER BY a.id DESC"
            + "</script>")
    @ConstructorArgs({
        @Arg(column = "id", javaType = long.class),
        @Arg(column = "happened_at", javaType = Instant.class),
        @Arg(column = "organisation_id", javaType = Long.class),
        @Arg(column = "actor", javaType = String.class),
        @Arg(column = "action", javaType = String.class),
        @Arg(column = "subject_kind", javaType = String.class),
        @Arg(column = "subject_id", javaType = long.class),
        @Arg(column = "detail", javaType = String.class)
    })
    List<AuditLine> find(@Param("wish") AuditWish wish, @Param("most") int most);
}
