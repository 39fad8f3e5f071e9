package cn.tuanwu.api;

import cn.tuanwu.access.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;

/** Who may call what: one line a route in test/resources/routes, one file a room. */
public final class RouteTable {
    private static final Path FILES = Path.of("src/test/resources/routes");

    private RouteTable() {}

    /** The caller a door names: the least one has to be. */
    public enum CallerKind {
        ANYONE(null),
        MEMBER(Caller.OwnAccount.class),
        STAFF(Caller.Staff.class),
        SEATED(Caller.Seated.class),
        VIEWER(Caller.Viewer.class),
        REVIEWER(Caller.Reviewer.class),
        ADMIN(Caller.Admin.class),
        SECURITY(Caller.Security.class),
        AUDITOR(Caller.Auditor.class);

        private final Class<? extends Caller> named;

        CallerKind(Class<? extends Caller> named) {
            this.named = named;
        }

        /** Its name in the API's description; empty for everyone. */
        public String scheme() {
            return this == ANYONE ? "" : name().toLowerCase();
        }

        boolean isAtConsole() {
            return named != null && Caller.AtConsole.class.isAssignableFrom(named);
        }
    }

    static Map<String, CallerKind> read() {
        Map<String, CallerKind> table = new TreeMap<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    int last = line.lastIndexOf(' ');
                    table.put(line.substring(0, last), CallerKind.valueOf(line.substring(last + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    public static CallerKind callerOf(HandlerMethod method) {
        return Arrays.stream(CallerKind.values())
                .filter(kind -> kind.named != null && names(method, kind.named))
                .findFirst()
                .orElse(CallerKind.ANYONE);
    }

    private static boolean names(HandlerMethod method, Class<?> parameter) {
        return Optional.of(method.getMethodParameters()).stream()
                .flatMap(Arrays::stream)
                .anyMatch(one -> one.getParameterType() == parameter);
    }
}
