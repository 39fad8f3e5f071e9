package cn.tuanwu.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.Phones;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Entries edited from a shell, heard in the chat of a running bot. */
@BotTest
@Tag("edge")
class FaqCommandTest {
    @Autowired
    Phones phones;

    @Autowired
    Environment environment;

    /** Break: in FaqCommand.set, leave out the adding; in remove, the removing. */
    @Test
    void anEntryIsAddedChangedMovedListedAndRemoved() {
        assertThat(faq("set", "--keyword=图书馆", "--answer=九点开门。")).isEqualTo("已添加：图书馆");
        assertThat(asked("图书馆几点开门")).isEqualTo("九点开门。");
        assertThat(faq("set", "--keyword=图书馆", "--answer=八点开门。\\n周日休息。", "--position=1"))
                .isEqualTo("已修改：图书馆");
        assertThat(asked("图书馆几点开门")).isEqualTo("八点开门。\n周日休息。");
        assertThat(faq("list").lines().skip(1).findFirst()).contains("1\t图书馆\t八点开门。\\n周日休息。");
        assertThat(faq("remove", "--keyword=图书馆")).isEqualTo("已删除：图书馆");
        assertThat(asked("图书馆几点开门")).contains("没有找到相关内容");
        assertThat(faq("remove", "--keyword=图书馆")).contains("没有关键词为");
    }

    @Test
    void nonsenseIsAnsweredWithHowItIsUsed() {
        assertThat(faq("set", "--keyword=", "--answer=x")).contains("用法");
        assertThat(faq("set", "--keyword=x", "--answer=y", "--position=first")).contains("用法");
        assertThat(faq("set", "--keyword=" + "长".repeat(31), "--answer=y")).contains("最长 30 个字");
        assertThat(faq("dance")).contains("用法");
    }

    private String asked(String words) {
        String reply = phones.say("openid-faq", words).message();
        return Phones.element(reply, "Content");
    }

    private String faq(String wish, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--faq=" + wish));
        for (String name : List.of(
                "TUANWU_DB_URL", "TUANWU_DB_USER", "TUANWU_DB_PASSWORD", "TUANWU_REDIS_URL", "TUANWU_KEY_FILE")) {
            arguments.add("--" + name + "=" + environment.getProperty(name));
        }
        arguments.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FaqCommand.run(arguments.toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
