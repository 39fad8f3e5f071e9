package cn.tuanwu.api.faq;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FaqRows {

    @Select("SELECT keyword, answer FROM faq ORDER BY position, keyword")
    @ConstructorArgs({
        @Arg(column = "keyword", javaType = String.class),
        @Arg(column = "answer", javaType = String.class)
    })
    List<FaqController.Entry> all();
}
