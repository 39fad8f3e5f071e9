package cn.tuanwu.api.once;

import cn.tuanwu.api.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which doors take a larger body than the others, and from whom. */
@Component
class LargerBody {
    private static final int MEGABYTE = 1024 * 1024;
    private static final Map<String, Door> DOORS = Map.of(
            "/api/registration/photos", new Door(5, Sessions::member),
            "/api/work/captures/photos", new Door(21, Sessions::staff),
            "/api/console/reviews/photos", new Door(5, Sessions::seat),
            "/api/console/intakes", new Door(10, Sessions::seat),
            "/api/console/graduation/sheets", new Door(10, Sessions::seat));

    private final ObjectProvider<Sessions> sessions;

    /** Filters are made before the database is asked for: the sessions are looked for at the first such body. */
    LargerBody(ObjectProvider<Sessions> sessions) {
        this.sessions = sessions;
    }

    /** In bytes; zero where nothing larger is taken. */
    int most(HttpServletRequest request) {
        Door door = DOORS.get(request.getRequestURI());
        return door == null ? 0 : door.megabytes * MEGABYTE;
    }

    /** The door itself looks again, and at the role. */
    boolean isSignedIn(HttpServletRequest request) {
        return DOORS.get(request.getRequestURI())
                .caller
                .apply(sessions.getObject(), request)
                .isPresent();
    }

    private record Door(int megabytes, BiFunction<Sessions, HttpServletRequest, Optional<?>> caller) {}
}
