package cn.tuanwu.bot.chat;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface FaqRows {

    @Select("SELECT keyword, answer, position FROM faq ORDER BY position, keyword")
    List<FaqRow> all();

    @Select("SELECT COALESCE(MAX(position), 0) FROM faq")
    int last();

    @Insert("INSERT INTO faq (keyword, answer, position) VALUES (#{keyword}, #{answer}, #{position})")
    void add(@Param("keyword") String keyword, @Param("answer") String answer, @Param("position") int position);

    /** Counts an entry that already was so as well. */
    @Update("UPDATE faq SET answer = #{answer} WHERE keyword = #{keyword}")
    int reword(@Param("keyword") String keyword, @Param("answer") String answer);

    @Update("UPDATE faq SET answer = #{answer}, position = #{position} WHERE keyword = #{keyword}")
    int place(@Param("keyword") String keyword, @Param("answer") String answer, @Param("position") int position);

    @Delete("DELETE FROM faq WHERE keyword = #{keyword}")
    int remove(@Param("keyword") String keyword);
}
