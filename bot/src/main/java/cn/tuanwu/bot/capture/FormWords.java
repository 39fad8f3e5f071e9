package cn.tuanwu.bot.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Roster;
import cn.tuanwu.bot.tencent.ChatText;
import cn.tuanwu.capture.Batch;
import cn.tuanwu.capture.Batch.Whose;
import cn.tuanwu.capture.CaptureDesk;
import cn.tuanwu.form.Form;
import cn.tuanwu.kernel.Outcome;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an operator types while pictures wait for an owner: a name, a phone number, 提交 or 取消. */
@Component
public class FormWords {
    private static final String NOBODY = "没有找到这位团员。请回复完整的手机号码，或姓名的开头；须是您负责的支部里报到已通过的团员。";
    private static final int LONGEST = 40;

    private final CaptureDesk captures;
    private final MissingMembers members;
    private final FormLinks links;

    FormWords(CaptureDesk captures, MissingMembers members, FormLinks links) {
        this.captures = captures;
        this.members = members;
        this.links = links;
    }

    /** What to answer; empty when no picture waits, so that the words mean something else. */
    public Optional<String> answer(Roster.Person person, String said) {
        Caller.Staff caller = new Caller.Staff(person.id(), person.name());
        return captures.open(caller).filter(batch -> !batch.pages().isEmpty()).map(batch -> switch (said.strip()) {
            case "提交" -> submit(caller, batch);
            case "取消" -> drop(caller, batch);
            default -> choose(caller, batch, said.strip());
        });
    }

    private String submit(Caller.Staff caller, Batch batch) {
        Outcome<Batch> submitted = captures.submit(caller, batch.id(), Form.Source.CHAT);
        return submitted instanceof Outcome.Refused<Batch> refused
                ? refused.first().text()
                : "正在提交，稍后告诉您结果。";
    }

    private String drop(Caller.Staff caller, Batch batch) {
        return captures.drop(caller, batch.id()) instanceof Outcome.Refused<Batch> refused
                ? refused.first().text()
                : "已取消，" + batch.pages().size() + " 页照片没有保留。";
    }

    private String choose(Caller.Staff caller, Batch batch, String said) {
        List<Whose> meant =
                said.isEmpty() || said.length() > LONGEST ? List.of() : members.meant(caller.staffId(), said);
        if (meant.isEmpty()) {
            return NOBODY;
        }
        if (meant.size() > 1) {
            return several(meant);
        }
        Outcome<Batch> chosen = captures.choose(caller, batch.id(), meant.get(0).registrationId());
        if (chosen instanceof Outcome.Refused<Batch> refused) {
            return refused.first().text();
        }
        return "已选择 " + ChatText.plain(meant.get(0).words()) + "，共 "
                + batch.pages().size() + " 页。\n回复“提交”即归档，回复“取消”不保留；" + "要调整顺序或方向，请" + links.link("查看页面", batch) + "。";
    }

    private static String several(List<Whose> meant) {
        StringBuilder words = new StringBuilder("有不止一位，请回复完整的手机号码：");
        meant.forEach(
                one -> words.append("\n· ").append(one.words()).append("，").append(one.branch()));
        return ChatText.plain(words.toString());
    }
}
