package cn.tuanwu.org;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface OrgRows {
    String COLUMNS = "SELECT id, parent_id, kind, name, short_name, code, path, state FROM organisation ";

    /** The code and the initials are ASCII in the tables: compared with Chinese words as they are, they are an error. */
    String MATCHES = "<foreach collection='words' item='word'>"
            + "AND (name LIKE #{word} OR short_name LIKE #{word} OR CONVERT(code USING utf8mb4) LIKE #{word}"
            + " OR CONVERT(initials USING utf8mb4) LIKE #{word})</foreach>";

    @Select(COLUMNS + "WHERE id = #{id}")
    OrgRow find(long id);

    @Select(COLUMNS + "WHERE code = #{code}")
    OrgRow byCode(String code);

    /** Its state can't change until the transaction ends. */
    @Select(COLUMNS + "WHERE id = #{id} LOCK IN SHARE MODE")
    OrgRow hold(long id);

    @Select("SELECT turn FROM org_tree WHERE id = 1 LOCK IN SHARE MODE")
    long holdTree();

    @Select("SELECT merged_into FROM organisation WHERE id = #{id}")
    Long mergedInto(long id);

    @Select(COLUMNS + "WHERE parent_id IS NULL ORDER BY id LIMIT 1")
    OrgRow root();

    /** There is one root: its id, code and path are fixed, so two that race meet the unique keys. */
    @Insert("INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
            + " VALUES (1, NULL, 'LEADING_ORGAN', #{name}, #{shortName}, '0', '', '/1/')")
    void insertRoot(@Param("name") String name, @Param("shortName") String shortName);

    @Select("<script>" + COLUMNS + "WHERE id IN <foreach collection='ids' item='id' open='(' separator=',' close=')'>"
            + "#{id}</foreach></script>")
    List<OrgRow> findAll(@Param("ids") List<Long> ids);

    @Select("<script>" + COLUMNS + "WHERE kind = 'BRANCH' AND state = 'OPEN' AND path LIKE CONCAT(#{root}, '%') "
            + MATCHES + " ORDER BY path LIMIT #{limit}</script>")
    List<OrgRow> search(@Param("words") List<String> words, @Param("root") String root, @Param("limit") int limit);

    @Select("<script>" + COLUMNS + "WHERE path LIKE #{prefix} AND state = 'OPEN' " + MATCHES
            + " ORDER BY path LIMIT #{limit}</script>")
    List<OrgRow> searchWithin(
            @Param("prefix") String prefix, @Param("words") List<String> words, @Param("limit") int limit);

    @Select(COLUMNS + "WHERE parent_id = #{parent} AND state = 'OPEN' AND code > #{after} ORDER BY code LIMIT #{limit}")
    List<OrgRow> children(@Param("parent") long parent, @Param("after") String after, @Param("limit") int limit);

    @Select(
            "<script>SELECT parent_id AS id, COUNT(*) AS children FROM organisation WHERE state = 'OPEN' AND parent_id IN"
                    + " <foreach collection='parents' item='id' open='(' separator=',' close=')'>#{id}</foreach>"
                    + " GROUP BY parent_id</script>")
    List<OrgRow> childCounts(@Param("parents") List<Long> parents);

    @Select(COLUMNS + "WHERE kind = 'BRANCH' AND state = 'OPEN' AND path LIKE #{prefix} ORDER BY path LIMIT 1000")
    List<OrgRow> branchesWithin(String prefix);

    @Select(COLUMNS + "WHERE parent_id = #{parent} AND state = 'OPEN' AND id > #{after} ORDER BY id LIMIT #{limit}")
    List<OrgRow> childrenOf(@Param("parent") long parent, @Param("after") long after, @Param("limit") int limit);

    @Select("SELECT id, name FROM university ORDER BY id")
    @ConstructorArgs({@Arg(column = "id", javaType = long.class), @Arg(column = "name", javaType = String.class)})
    List<OrgDesk.University> universities();
}
