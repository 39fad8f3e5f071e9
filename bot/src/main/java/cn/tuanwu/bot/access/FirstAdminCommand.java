package cn.tuanwu.bot.access;

import cn.tuanwu.access.FirstAdmin;
import cn.tuanwu.bot.work.Shell;
import cn.tuanwu.kernel.Outcome;
import java.io.PrintStream;
import org.springframework.core.env.Environment;

/**
 * Prints the one-time link with which the first accounts are made: {@code --first-admin}; with {@code --again} one with
 * which a further security account is made when the old one is lost. Only the hash of what it prints is kept.
 */
public final class FirstAdminCommand {

    private FirstAdminCommand() {}

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out) {
        return Shell.inRooms(
                arguments, context -> run(context.getBean(FirstAdmin.class), context.getEnvironment(), out));
    }

    private static int run(FirstAdmin first, Environment wish, PrintStream out) {
        Outcome<String> token = first.token(wish.containsProperty("again"));
        if (token instanceof Outcome.Refused<String> refused) {
            out.println(refused.first().text());
            return 1;
        }
        String address = wish.getProperty("TUANWU_PUBLIC_URL", "").replaceFirst("/+$", "");
        out.println("24 小时内有效、只能用一次的链接：");
        out.println(address + "/console/#/first/" + ((Outcome.Done<String>) token).value());
        return 0;
    }
}
