package cn.tuanwu.transfer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Writes the lines. What they are made from is read as it is now, and stays so until the transaction ends. */
@Mapper
interface TransferLineRows {
    String THESE = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";

    @Select("<script>SELECT t.id, t.state, t.started_at, t.from_branch_id, t.target_id, t.to_branch_id, t.node_no,"
            + " r.name FROM transfer t JOIN registration r ON r.id = t.registration_id WHERE t.id IN " + THESE
            + " ORDER BY t.id FOR UPDATE</script>")
    List<Source> sources(@Param("ids") Collection<Long> ids);

    @Select("<script>SELECT transfer_id, no, role, organisation_id, state FROM transfer_node WHERE transfer_id IN "
            + THESE + " AND state = 'CURRENT' LOCK IN SHARE MODE</script>")
    List<NodeRow> turns(@Param("ids") Collection<Long> ids);

    @Select("<script>SELECT id, path FROM organisation WHERE id IN " + THESE + " LOCK IN SHARE MODE</script>")
    List<Path> paths(@Param("ids") Collection<Long> ids);

    @Select("<script>SELECT organisation_id, transfer_id, direction, phase, started_at, name_blind FROM transfer_line"
            + " WHERE transfer_id IN " + THESE + "</script>")
    List<LineRow> of(@Param("ids") Collection<Long> ids);

    @Insert("<script>INSERT INTO transfer_line (organisation_id, transfer_id, direction, phase, started_at, name_blind)"
            + " VALUES <foreach collection='lines' item='l' separator=','>(#{l.organisationId}, #{l.transferId},"
            + " #{l.direction}, #{l.phase}, #{l.startedAt}, #{l.nameBlind})</foreach>"
            + " ON DUPLICATE KEY UPDATE direction = VALUES(direction), phase = VALUES(phase),"
            + " name_blind = VALUES(name_blind)</script>")
    void put(@Param("lines") List<LineRow> lines);

    @Delete("DELETE FROM transfer_line WHERE organisation_id = #{organisationId} AND transfer_id = #{transferId}")
    void remove(LineRow line);

    /** All that touch an organisation or what is below it, behind {@code after}. */
    @Select("SELECT transfer_id FROM transfer_line WHERE organisation_id = #{organisation} AND transfer_id > #{after}"
            + " ORDER BY transfer_id LIMIT #{most}")
    List<Long> at(@Param("organisation") long organisation, @Param("after") long after, @Param("most") int most);

    @Select("SELECT id FROM transfer WHERE registration_id = #{registration}")
    List<Long> ofMember(long registration);

    class Source {
        long id;
        Transfer.State state;
        Instant startedAt;
        long fromBranchId;
        Long targetId;
        Long toBranchId;
        String name;
    }

    class Path {
        long id;
        String path;
    }
}
