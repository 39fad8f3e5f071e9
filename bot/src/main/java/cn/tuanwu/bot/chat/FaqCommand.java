package cn.tuanwu.bot.chat;

import cn.tuanwu.TuanwuRooms;
import cn.tuanwu.kernel.StartChecks;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Edits the answers of the official account: {@code --faq=list}, {@code --faq=set --keyword=K --answer=A [--position=N]},
 * {@code --faq=remove --keyword=K}. A running bot answers with the change at once.
 */
public final class FaqCommand {
    private static final int KEYWORD = 30;
    private static final int ANSWER = 600;

    private final FaqRows rows;
    private final PrintStream out;

    private FaqCommand(FaqRows rows, PrintStream out) {
        this.rows = rows;
        this.out = out;
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out) {
        var rooms = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .initializers(new StartChecks(settings -> {}))
                .logStartupInfo(false)
                .properties("logging.level.root=WARN");
        try (var context = rooms.run(arguments)) {
            return new FaqCommand(context.getBean(FaqRows.class), out).run(context.getEnvironment());
        }
    }

    private int run(Environment wish) {
        String keyword = wish.getProperty("keyword", "").strip();
        return switch (wish.getProperty("faq", "")) {
            case "list" -> list();
            case "set" ->
                set(
                        keyword,
                        wish.getProperty("answer", "").strip(),
                        wish.getProperty("position", "").strip());
            case "remove" -> remove(keyword);
            default -> usage();
        };
    }

    private int list() {
        List<FaqRow> entries = rows.all();
        out.println(entries.isEmpty() ? "还没有条目。" : "次序\t关键词\t回答");
        entries.forEach(
                entry -> out.println(entry.position + "\t" + entry.keyword + "\t" + entry.answer.replace("\n", "\\n")));
        return 0;
    }

    private int set(String keyword, String answer, String position) {
        if (keyword.isEmpty() || answer.isEmpty() || !position.matches("[0-9]{0,6}")) {
            return usage();
        }
        if (length(keyword) > KEYWORD || length(answer) > ANSWER) {
            out.println("关键词最长 " + KEYWORD + " 个字，回答最长 " + ANSWER + " 个字。");
            return 2;
        }
        String words = answer.replace("\\n", "\n");
        int changed = position.isEmpty() ? rows.reword(keyword, words) : rows.place(keyword, words, number(position));
        if (changed == 0) {
            rows.add(keyword, words, position.isEmpty() ? rows.last() + 10 : number(position));
        }
        out.println((changed == 0 ? "已添加：" : "已修改：") + keyword);
        return 0;
    }

    private int remove(String keyword) {
        boolean gone = !keyword.isEmpty() && rows.remove(keyword) > 0;
        out.println(gone ? "已删除：" + keyword : "没有关键词为“" + keyword + "”的条目。");
        return gone ? 0 : 1;
    }

    private int usage() {
        out.println("用法：faq list | set 关键词 回答 [次序] | remove 关键词");
        return 2;
    }

    private static int number(String position) {
        return Integer.parseInt(position);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The rooms without any worker. Not a bean of the bot, so without its annotation. */
    @EnableAutoConfiguration
    @Import(TuanwuRooms.class)
    static class Rooms {}
}
