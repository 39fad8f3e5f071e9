package cn.tuanwu.ceremony;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Who took the oath where. */
@Mapper
interface OathRows {
    String AMONG = "<foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach>";

    /** Always in the same order; two ceremonies want one member one after the other. */
    @Select("<script>SELECT r.id, r.branch_id, r.state, r.name, r.join_month, o.ceremony_id FROM registration r"
            + " LEFT JOIN ceremony_oath o ON o.registration_id = r.id WHERE r.id IN " + AMONG
            + " ORDER BY r.id FOR UPDATE</script>")
    List<NewMemberRow> lock(@Param("ids") Collection<Long> registrations);

    @Select(
            "SELECT r.id, r.account_id, r.branch_id, r.state, r.name, r.join_month, a.phone_sealed, o.ceremony_id"
                    + " FROM ceremony_oath o JOIN registration r ON r.id = o.registration_id"
                    + " LEFT JOIN account a ON a.id = r.account_id WHERE o.ceremony_id = #{ceremony} ORDER BY o.registration_id")
    List<NewMemberRow> of(long ceremony);

    @Select("SELECT registration_id FROM ceremony_oath WHERE ceremony_id = #{ceremony} ORDER BY registration_id")
    List<Long> ids(long ceremony);

    @Select("SELECT o.ceremony_id FROM ceremony_oath o JOIN registration r ON r.id = o.registration_id"
            + " WHERE r.account_id = #{account}")
    Long ofAccount(long account);

    @Select("SELECT ceremony_id FROM ceremony_oath WHERE registration_id = #{registration}")
    Long ofMember(long registration);

    @Insert("<script>INSERT INTO ceremony_oath (registration_id, ceremony_id) VALUES"
            + "<foreach collection='ids' item='one' separator=','>(#{one}, #{ceremony})</foreach></script>")
    void insert(@Param("ids") Collection<Long> registrations, @Param("ceremony") long ceremony);

    @Delete("<script>DELETE FROM ceremony_oath WHERE ceremony_id = #{ceremony} AND registration_id IN " + AMONG
            + "</script>")
    int remove(@Param("ids") Collection<Long> registrations, @Param("ceremony") long ceremony);

    @Select("SELECT COUNT(*) FROM registration WHERE id = #{registration}")
    int there(long registration);
}
