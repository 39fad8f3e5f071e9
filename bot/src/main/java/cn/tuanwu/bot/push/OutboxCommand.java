package cn.tuanwu.bot.push;

import cn.tuanwu.bot.work.Shell;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.push.DeadLetter;
import cn.tuanwu.push.PushDesk;
import java.io.PrintStream;
import java.util.List;

/**
 * Lists dead letters and sends them again: {@code --outbox=list}, {@code --outbox=resend --id=ID}, {@code
 * --outbox=resend-all}. It only puts them back; a running bot sends them.
 */
public final class OutboxCommand {
    private static final int MOST = 200;

    private final PushDesk pushes;
    private final PrintStream out;

    private OutboxCommand(PushDesk pushes, PrintStream out) {
        this.pushes = pushes;
        this.out = out;
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out) {
        return Shell.inRooms(arguments, context -> {
            String wish = context.getEnvironment().getProperty("outbox", "");
            String id = context.getEnvironment().getProperty("id", "");
            return new OutboxCommand(context.getBean(PushDesk.class), out).run(wish, id);
        });
    }

    private int run(String wish, String id) {
        if (wish.equals("list")) {
            list(pushes.dead(MOST));
            return 0;
        }
        if (wish.equals("resend-all")) {
            out.println("已放回发送队列：" + pushes.resendAll() + " 条。");
            return 0;
        }
        if (wish.equals("resend") && id.matches("[0-9]{1,18}")) {
            boolean back = pushes.resend(Long.parseLong(id));
            out.println(back ? "已放回发送队列：" + id : "没有编号为 " + id + " 的死信。");
            return back ? 0 : 1;
        }
        out.println("用法：outbox list | resend 编号 | resend-all");
        return 2;
    }

    private void list(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            out.println("没有死信。");
            return;
        }
        out.println("编号\t种类\t对象\t尝试\t停止时间\t原因");
        for (DeadLetter letter : letters) {
            out.println(letter.id() + "\t" + letter.kind() + "\t" + letter.subject() + "\t" + letter.attempts() + "\t"
                    + ChinaTime.minute(letter.died()) + "\t" + letter.why());
        }
        if (letters.size() == MOST) {
            out.println("只列出最早的 " + MOST + " 条。");
        }
    }
}
