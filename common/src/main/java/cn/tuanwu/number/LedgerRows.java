package cn.tuanwu.number;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface LedgerRows {

    @Select("SELECT house FROM number_ledger WHERE id = 1")
    String house();

    @Select("SELECT position FROM number_ledger WHERE id = 1")
    @Options(useCache = false, flushCache = Options.FlushCachePolicy.TRUE)
    long position();

    /** Whoever comes second waits for the first one's end. {@link #raised} says where it is now. */
    @Update("UPDATE number_ledger SET position = LAST_INSERT_ID(position + 1) WHERE id = 1")
    int raise();

    @Select("SELECT LAST_INSERT_ID()")
    @Options(useCache = false, flushCache = Options.FlushCachePolicy.TRUE)
    long raised();

    @Update("UPDATE number_ledger SET position = #{to} WHERE id = 1 AND position = #{from}")
    int jump(@Param("from") long from, @Param("to") long to);
}
