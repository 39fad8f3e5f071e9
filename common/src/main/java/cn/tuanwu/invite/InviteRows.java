package cn.tuanwu.invite;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface InviteRows {
    String COLUMNS =
            "SELECT i.id, i.code, i.organisation_id, i.carrier, i.title, i.state, i.url, i.expires_at, i.scans FROM invitation i ";

    @Insert("INSERT INTO invitation"
            + " (id, code, organisation_id, carrier, title, issued_by, state, expires_at, created_at)"
            + " VALUES (#{row.id}, #{row.code}, #{row.organisationId}, #{row.carrier}, #{row.title}, #{issuedBy},"
            + " #{row.state}, #{row.expiresAt}, UTC_TIMESTAMP(3))")
    void insert(@Param("row") InviteRow row, @Param("issuedBy") String issuedBy);

    @Select("SELECT COUNT(*) FROM invitation WHERE carrier = 'OA_PERMANENT' AND state <> 'FAILED'")
    int permanent();

    @Select("SELECT picture FROM invitation WHERE id = #{id}")
    PictureRow picture(long id);

    @Update("UPDATE invitation SET state = 'READY', picture = #{picture} WHERE id = #{id} AND state = 'PREPARING'")
    int drawn(@Param("id") long id, @Param("picture") byte[] picture);

    @Select(COLUMNS + "WHERE i.id = #{id}")
    InviteRow find(long id);

    @Select(COLUMNS + "WHERE i.code = #{code}")
    InviteRow byCode(String code);

    @Select(COLUMNS + "JOIN organisation o ON o.id = i.organisation_id WHERE o.path LIKE #{prefix}"
            + " ORDER BY i.id DESC LIMIT 100")
    List<InviteRow> within(String prefix);

    @Select(COLUMNS + "WHERE i.organisation_id = #{branch} AND i.carrier = 'LINK' AND i.state = 'READY'"
            + " AND i.title IS NULL AND i.expires_at >= #{end} ORDER BY i.id DESC LIMIT 1")
    InviteRow lasting(@Param("branch") long branch, @Param("end") Instant end);

    @Update("UPDATE invitation SET state = 'READY', url = #{url} WHERE id = #{id} AND state = 'PREPARING'")
    int ready(@Param("id") long id, @Param("url") String url);

    @Update("UPDATE invitation SET state = 'FAILED' WHERE id = #{id} AND state = 'PREPARING'")
    int failed(long id);

    @Update("UPDATE invitation SET state = 'REVOKED' WHERE id = #{id} AND state <> 'REVOKED'")
    int revoke(long id);

    @Update("UPDATE invitation SET scans = scans + 1 WHERE id = #{id}")
    int scanned(long id);

    /** 1 when the token is new, 0 when it is known. */
    @Insert("INSERT IGNORE INTO invitation_scan (token, invitation_id, openid, expires_at)"
            + " VALUES (#{token}, #{invitation}, #{openid}, #{expires})")
    int insertScan(
            @Param("token") String token,
            @Param("invitation") Long invitation,
            @Param("openid") String openid,
            @Param("expires") Instant expires);

    @Select("SELECT openid FROM invitation_scan WHERE token = #{token}")
    String openidOf(String token);

    @Update("UPDATE invitation_scan SET used_by = #{account}"
            + " WHERE token = #{token} AND used_by IS NULL AND expires_at > UTC_TIMESTAMP(3)")
    int useScan(@Param("token") String token, @Param("account") long account);

    @Delete("DELETE FROM invitation_scan WHERE openid = #{openid}")
    void forgetVisitor(String openid);

    @Delete("DELETE FROM invitation_scan WHERE used_by = #{account}")
    int forgetScans(long account);
}
