package cn.tuanwu.access;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RosterRows {

    @Select("SELECT id, name, wecom_userid FROM staff WHERE wecom_userid = #{userid}")
    StaffRow byUserid(String userid);

    @Select("SELECT id, name, wecom_userid FROM staff WHERE id = #{id}")
    StaffRow byId(long id);

    @Select("SELECT id, name, wecom_userid FROM staff WHERE account_id = #{account}")
    StaffRow byAccount(long account);

    @Select("SELECT account_id FROM staff WHERE id = #{id}")
    Long accountOf(long id);

    @Select("SELECT r.organisation_id, r.role, s.id, s.name, s.wecom_userid FROM roster r"
            + " JOIN staff s ON s.id = r.staff_id JOIN organisation o ON o.id = r.organisation_id"
            + " WHERE r.staff_id = #{staff} ORDER BY o.path LIMIT 200")
    List<StaffRow> placesOf(long staff);

    @Select("<script>SELECT s.id, s.name, s.wecom_userid FROM roster r JOIN staff s ON s.id = r.staff_id"
            + " WHERE r.organisation_id = #{organisation} AND r.role IN"
            + " <foreach collection='roles' item='role' open='(' separator=',' close=')'>#{role}</foreach>"
            + " ORDER BY s.id</script>")
    List<StaffRow> serving(@Param("organisation") long organisation, @Param("roles") List<String> roles);

    @Select("<script>SELECT r.organisation_id, s.id, s.name, s.wecom_userid FROM roster r"
            + " JOIN staff s ON s.id = r.staff_id WHERE r.role = 'OPERATOR' AND r.organisation_id IN"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>"
            + " ORDER BY s.id</script>")
    List<StaffRow> operators(@Param("ids") List<Long> organisations);

    @Select("SELECT COUNT(*) FROM roster WHERE staff_id = #{staff}")
    int places(long staff);
}
