package cn.tuanwu.number;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PieceRows {
    String COLUMNS = "SELECT id, segment_id, holder_id, prefix, first_serial, last_serial, touched, version"
            + " FROM number_piece ";

    /** The piece a run lies in, if it lies in one: the last that begins no later, when it also ends no sooner. */
    @Select("SELECT * FROM (" + COLUMNS + "WHERE prefix = #{prefix} AND first_serial <= #{first}"
            + " ORDER BY first_serial DESC LIMIT 1) nearest WHERE last_serial >= #{last}")
    PieceRow around(NumberRange range);

    @Select(COLUMNS + "WHERE id = #{id}")
    PieceRow find(long id);

    @Select(COLUMNS + "WHERE segment_id = #{segment} ORDER BY first_serial")
    List<PieceRow> ofSegment(long segment);

    @Select(COLUMNS + "WHERE holder_id = #{holder} ORDER BY prefix, first_serial")
    List<PieceRow> heldBy(long holder);

    /** The first piece that has a number of the run. */
    @Select(COLUMNS + "WHERE prefix = #{prefix} AND first_serial <= #{last} AND last_serial >= #{first}"
            + " ORDER BY first_serial LIMIT 1")
    PieceRow overlapping(NumberRange range);

    /** The piece of this segment that ends, or begins, right beside the run. */
    @Select(
            COLUMNS + "WHERE segment_id = #{segment} AND prefix = #{range.prefix}"
                    + " AND (last_serial = #{range.first} - 1 OR first_serial = #{range.last} + 1) ORDER BY first_serial LIMIT 1")
    PieceRow beside(@Param("segment") long segment, @Param("range") NumberRange range);

    /** 1 when the piece is still as it was read; from then on it is the transaction's alone. */
    @Update("UPDATE number_piece SET version = version + 1 WHERE id = #{id} AND version = #{version}")
    int take(PieceRow piece);

    /** One number in the piece gets, or loses, its row in number_use. 0 when it is not in this piece any more. */
    @Update("UPDATE number_piece SET touched = GREATEST(touched + #{by}, 0), version = version + 1 WHERE id = #{id}"
            + " AND first_serial <= #{range.first} AND last_serial >= #{range.last}")
    int touch(@Param("id") long id, @Param("range") NumberRange range, @Param("by") int by);

    @Delete("DELETE FROM number_piece WHERE id = #{id}")
    int delete(long id);

    @Insert("INSERT INTO number_piece (id, segment_id, holder_id, prefix, first_serial, last_serial, touched)"
            + " VALUES (#{id}, #{segmentId}, #{holderId}, #{prefix}, #{firstSerial}, #{lastSerial}, #{touched})")
    void insert(PieceRow piece);

    /** The old sixteen-character numbers sort in between, and are not meant. */
    @Select("SELECT COUNT(*) FROM number_use WHERE number BETWEEN #{start} AND #{end} AND LENGTH(number) = 12")
    int countTouched(NumberRange range);

    @Select("SELECT number FROM number_use WHERE number BETWEEN #{start} AND #{end} AND LENGTH(number) = 12"
            + " ORDER BY number")
    List<String> touched(NumberRange range);
}
