package cn.tuanwu.sandbox;

import cn.tuanwu.sandbox.demo.Demo;
import cn.tuanwu.sandbox.story.Story;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code ./tuanwu}: {@code demo} runs everything, {@code story} plays the story against it. */
public final class Sandbox {

    private Sandbox() {}

    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        String command = args.length == 0 ? "" : args[0];
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        System.exit(
                switch (command) {
                    case "demo" -> Demo.main(rest, out, err);
                    case "story" -> Story.main(rest, out, err);
                    default -> {
                        err.println("Say demo or story.");
                        yield 1;
                    }
                });
    }

    /** What is written is Chinese in places, whatever the terminal's locale says. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
