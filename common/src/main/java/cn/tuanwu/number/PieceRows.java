package cn.tuanwu.number;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PieceRows {
    String COLUMNS = "SELECT id, segment_id, holder_id, prefix, first_serial, last_serial, next_serial, touched, used,"
            + " voided, handed_out, version FROM number_piece ";

    /** The piece a run lies in, if it lies in one: the last that begins no later, when it also ends no sooner. */
    @Select("SELECT * FROM (" + COLUMNS + "WHERE prefix = #{prefix} AND first_serial <= #{first}"
            + " ORDER BY first_serial DESC LIMIT 1) nearest WHERE last_serial >= #{last}")
    PieceRow around(NumberRange range);

    @Select(COLUMNS + "WHERE segment_id = #{segment} ORDER BY prefix, first_serial")
    List<PieceRow> ofSegment(long segment);

    @Select("<script>" + COLUMNS + "WHERE segment_id IN <foreach collection='segments' item='one' open='('"
            + " separator=',' close=')'>#{one}</foreach> ORDER BY prefix, first_serial</script>")
    List<PieceRow> ofSegments(@Param("segments") List<Long> segments);

    @Select(COLUMNS + "WHERE holder_id = #{holder} ORDER BY prefix, first_serial")
    List<PieceRow> heldBy(long holder);

    /** Where handing out may go on, of one year. */
    @Select(COLUMNS + "WHERE holder_id = #{holder} AND prefix LIKE CONCAT(#{year}, '%')"
            + " AND touched <= last_serial - first_serial ORDER BY prefix, first_serial LIMIT 50")
    List<PieceRow> withFree(@Param("holder") long holder, @Param("year") int year);

    /** Every piece that has a number of the run. */
    @Select(COLUMNS + "WHERE prefix = #{prefix} AND first_serial <= #{last} AND last_serial >= #{first}"
            + " ORDER BY first_serial")
    List<PieceRow> overlapping(NumberRange range);

    /** The piece of this segment that ends, or begins, right beside the run. */
    @Select(
            COLUMNS + "WHERE segment_id = #{segment} AND prefix = #{range.prefix}"
                    + " AND (last_serial = #{range.first} - 1 OR first_serial = #{range.last} + 1) ORDER BY first_serial LIMIT 1")
    PieceRow beside(@Param("segment") long segment, @Param("range") NumberRange range);

    /** The piece as it is now, the transaction's alone from then on; waits for whoever has it. Null when it is gone. */
    @Select(COLUMNS + "WHERE id = #{id} FOR UPDATE")
    @Options(useCache = false, flushCache = Options.FlushCachePolicy.TRUE)
    PieceRow hold(long id);

    /** 1 when the piece is still as it was read; from then on it is the transaction's alone. */
    @Update("UPDATE number_piece SET version = version + 1 WHERE id = #{id} AND version = #{version}")
    int take(PieceRow piece);

    /** A number in the piece changes its state. 0 when it is not in this piece any more. */
    @Update("UPDATE number_piece SET touched = touched + #{by.touched}, used = used + #{by.used},"
            + " voided = voided + #{by.voided}, handed_out = handed_out + #{by.handedOut}, version = version + 1"
            + " WHERE id = #{id} AND first_serial <= #{range.first} AND last_serial >= #{range.last}")
    int count(@Param("id") long id, @Param("range") NumberRange range, @Param("by") Tally by);

    /** Takes the next number of the piece; {@link #taken} says which. 0 when handing out has come to its end. */
    @Update("UPDATE number_piece SET next_serial = LAST_INSERT_ID(next_serial) + 1, version = version + 1"
            + " WHERE id = #{id} AND holder_id = #{holderId} AND next_serial <= last_serial")
    int advance(PieceRow piece);

    @Select("SELECT LAST_INSERT_ID()")
    @Options(useCache = false, flushCache = Options.FlushCachePolicy.TRUE)
    int taken();

    /** Handing out goes on there. Only for whoever has the piece by {@link #take} or {@link #advance}. */
    @Update("UPDATE number_piece SET next_serial = #{next} WHERE id = #{id}")
    void goOn(@Param("id") long id, @Param("next") int next);

    @Delete("DELETE FROM number_piece WHERE id = #{id}")
    int delete(long id);

    @Insert("INSERT INTO number_piece (id, segment_id, holder_id, prefix, first_serial, last_serial, next_serial,"
            + " touched, used, voided, handed_out) VALUES (#{id}, #{segmentId}, #{holderId}, #{prefix}, #{firstSerial},"
            + " #{lastSerial}, #{nextSerial}, #{touched}, #{used}, #{voided}, #{handedOut})")
    void insert(PieceRow piece);

    /** The old sixteen-character numbers sort in between, and are not meant. */
    @Select("SELECT COUNT(*) AS touched, COALESCE(SUM(state = 'USED'), 0) AS used,"
            + " COALESCE(SUM(state = 'VOID'), 0) AS voided, COALESCE(SUM(state = 'HANDED_OUT'), 0) AS handed_out"
            + " FROM number_use WHERE number BETWEEN #{start} AND #{end} AND LENGTH(number) = 12")
    @ConstructorArgs({
        @Arg(column = "touched", javaType = int.class),
        @Arg(column = "used", javaType = int.class),
        @Arg(column = "voided", javaType = int.class),
        @Arg(column = "handed_out", javaType = int.class)
    })
    Tally tally(NumberRange range);

    @Select("SELECT number FROM number_use WHERE number BETWEEN #{start} AND #{end} AND LENGTH(number) = 12"
            + " ORDER BY number")
    List<String> touched(NumberRange range);

    @Update("UPDATE number_piece SET holder_id = #{into}, version = version + 1 WHERE holder_id = #{from}")
    int handOver(@Param("from") long from, @Param("into") long into);
}
