package cn.tuanwu.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** V8: a file's name is read from the right. */
@Tag("forms")
class FileNameTest {

    /** Break: read the name up to the first plus, or leave FileName.plain out. */
    @ParameterizedTest
    @CsvSource({
        "张三+13800000000+入团志愿书.pdf, 张三",
        "张三＋13800000000＋入团志愿书.PDF, 张三",
        "张三 + 138 0000 0000 + 入团志愿书 (1).pdf, 张三",
        "张三＋１３８００００００００＋入团志愿书（12）.Pdf, 张三",
        "阿卜杜拉·买买提+138-0000-0000+入团志愿书.pdf, 阿卜杜拉•买买提",
        "张三++8613800000000+入团志愿书.pdf, 张三",
        "Anna Maria Li+13800000000+入团志愿书.pdf, Anna Maria Li",
        "𬱖·阿卜杜拉+13800000000+入团志愿书.pdf, 𬱖·阿卜杜拉",
        "C:\\fakepath\\张三+13800000000+入团志愿书.pdf, 张三"
    })
    void isReadFromTheRight(String typed, String name) {
        FileName file = FileName.read(typed).orElseThrow();
        assertThat(file.phone().number()).isEqualTo("13800000000");
        assertThat(file.isNameOf(name)).isTrue();
        assertThat(file.isNameOf("李四")).isFalse();
        assertThat(file.toString()).doesNotContain("138").doesNotContain(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "入团志愿书.pdf",
                "张三+入团志愿书.pdf",
                "张三+1380000000+入团志愿书.pdf",
                "张三+13800000000+申请书.pdf",
                "张三+13800000000+入团志愿书.docx",
                "张三+13800000000+入团志愿书",
                "+13800000000+入团志愿书.pdf",
                "13800000000+张三+入团志愿书.pdf",
                "张三13800000000入团志愿书.pdf"
            })
    void anythingElseIsNotRead(String typed) {
        assertThat(FileName.read(typed)).isEmpty();
        assertThat(FileName.read(typed + "张".repeat(300))).isEmpty();
    }
}
