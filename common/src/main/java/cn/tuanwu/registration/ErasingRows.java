package cn.tuanwu.registration;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ErasingRows {
    @Select("SELECT id FROM evidence_photo WHERE account_id = #{account}")
    List<Long> photosOf(long account);

    @Delete("DELETE FROM evidence_photo WHERE account_id = #{account}")
    void erasePhotos(long account);

    @Select("SELECT f.id FROM offline_photo f JOIN offline_pass p ON p.id = f.pass_id"
            + " WHERE p.registration_id = #{registration}")
    List<Long> offlinePhotosOf(long registration);

    @Delete("DELETE f FROM offline_photo f JOIN offline_pass p ON p.id = f.pass_id"
            + " WHERE p.registration_id = #{registration}")
    void eraseOfflinePhotos(long registration);

    @Delete("DELETE FROM offline_pass WHERE registration_id = #{registration}")
    void eraseOffline(long registration);

    @Select("SELECT id, registration_id, kind, state, content_sealed, submitted_at, decided_at, decided_by,"
            + " return_reason FROM registration_edit WHERE registration_id = #{registration} ORDER BY id")
    List<EditRow> edits(long registration);

    @Select("SELECT id, registration_id, explanation_sealed, passed_by, passed_name, passed_at FROM offline_pass"
            + " WHERE registration_id = #{registration} ORDER BY id")
    List<OfflinePassRow> passes(long registration);

    @Select("SELECT happened_at, what, who, note FROM registration_step WHERE registration_id = #{registration}"
            + " ORDER BY id LIMIT 1000")
    @ConstructorArgs({
        @Arg(column = "happened_at", javaType = Instant.class),
        @Arg(column = "what", javaType = History.What.class),
        @Arg(column = "who", javaType = String.class),
        @Arg(column = "note", javaType = String.class)
    })
    List<History.Step> steps(long registration);

    @Select("SELECT created_at FROM registration WHERE id = #{registration}")
    Instant createdAt(long registration);

    @Delete("DELETE FROM registration_edit WHERE registration_id = #{registration}")
    void eraseEdits(long registration);

    @Delete("DELETE FROM message_read WHERE account_id = #{account}")
    void eraseMessages(long account);

    @Delete("DELETE FROM member WHERE registration_id = #{registration}")
    void eraseMember(long registration);

    @Delete("DELETE FROM registration WHERE id = #{registration}")
    void eraseRegistration(long registration);
}
