package cn.tuanwu.sandbox.demo;

import cn.tuanwu.servers.ServerFailure;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the person at the terminal asked for.
 *
 * @param home the repository, where the applications' jars are
 * @param data the folder for everything the demo writes
 */
public record Options(Path home, Path data, int port, boolean fresh) {

    private static final int DEFAULT_PORT = 8080;

    static Options parse(List<String> arguments, Path home) {
        Path data = home.resolve(".tuanwu");
        int port = DEFAULT_PORT;
        boolean fresh = false;
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String name = left.next();
            switch (name) {
                case "--port" -> port = port(value(name, left));
                case "--data" -> data = Path.of(value(name, left));
                case "--fresh" -> fresh = true;
                default ->
                    throw new ServerFailure(
                            "demo does not know " + name + "; it knows --port N, --fresh and --data DIR.");
            }
        }
        return new Options(home, data.toAbsolutePath().normalize(), port, fresh);
    }

    private static String value(String name, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new ServerFailure(name + " needs a value.");
        }
        return left.next();
    }

    static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new ServerFailure("A port is a number from 1 to 65535, not " + text + ".");
    }
}
