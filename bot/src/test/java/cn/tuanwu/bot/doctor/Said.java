package cn.tuanwu.bot.doctor;

import cn.tuanwu.bot.support.BotWorld;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What the doctor says of the bot on this port. */
record Said(int code, String words) {

    /** @param changed the settings it reads other than they are */
    static Said of(int port, Map<String, String> changed) {
        Map<String, String> settings = new TreeMap<>(BotWorld.platforms("http://127.0.0.1:" + port));
        settings.putAll(changed);
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = DoctorCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    String line(String platform) {
        return words.lines()
                .filter(line -> line.startsWith(platform))
                .findFirst()
                .orElseThrow();
    }
}
