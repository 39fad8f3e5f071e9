package cn.tuanwu.bot.chat;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FaqRows {

    @Select("SELECT keyword, answer FROM faq ORDER BY position, keyword")
    List<FaqRow> all();
}
