package cn.tuanwu.org;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface TreeRows {

    @Update("UPDATE org_tree SET turn = turn + 1 WHERE id = 1")
    int takeTurn();

    @Insert("INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
            + " VALUES (#{id}, #{parentId}, #{kind}, #{name}, #{shortName}, #{code}, #{initials}, #{path})")
    void insert(
            @Param("id") long id,
            @Param("parentId") long parentId,
            @Param("kind") Organisation.Kind kind,
            @Param("name") String name,
            @Param("shortName") String shortName,
            @Param("code") String code,
            @Param("initials") String initials,
            @Param("path") String path);

    @Select("SELECT COUNT(*) FROM organisation"
            + " WHERE parent_id = #{parent} AND state = 'OPEN' AND name = #{name} AND id <> #{self}")
    int siblingsNamed(@Param("parent") long parent, @Param("name") String name, @Param("self") long self);

    @Update("UPDATE organisation SET name = #{name}, short_name = #{shortName}, initials = #{initials}"
            + " WHERE id = #{id} AND state = 'OPEN'")
    int rename(
            @Param("id") long id,
            @Param("name") String name,
            @Param("shortName") String shortName,
            @Param("initials") String initials);

    @Update("UPDATE organisation SET parent_id = #{parent}, path = #{to}"
            + " WHERE id = #{id} AND path = #{from} AND state = 'OPEN'")
    int relocate(
            @Param("id") long id, @Param("parent") long parent, @Param("from") String from, @Param("to") String to);

    /** What stood below the old path, closed ones too. */
    @Update("UPDATE organisation SET path = CONCAT(#{to}, SUBSTRING(path, CHAR_LENGTH(#{from}) + 1))"
            + " WHERE path LIKE CONCAT(#{from}, '%')")
    int carry(@Param("from") String from, @Param("to") String to);

    @Select("SELECT MAX(CHAR_LENGTH(path)) FROM organisation WHERE path LIKE CONCAT(#{path}, '%')")
    int longestPathWithin(String path);

    @Update("UPDATE organisation SET state = 'CLOSED', merged_into = #{into}"
            + " WHERE id = #{id} AND path = #{path} AND state = 'OPEN'")
    int close(@Param("id") long id, @Param("path") String path, @Param("into") Long into);
}
