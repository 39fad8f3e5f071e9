package cn.tuanwu.access;

import cn.tuanwu.org.Organisation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place at the console: who sits there, for which organisation, in which role.
 *
 * @param actor kind:id of the organisation account or of the person, for the audit
 * @param name what others read when this seat decides something: the account's organisation, or the person
 */
public record Seat(String actor, String name, Organisation organisation, Role role) {

    /** What a role may be asked for; the three powers (operation, security, audit) are in different hands. */
    private static final Map<Role, Map<Class<?>, Function<Seat, Caller>>> GIVES = Map.of(
            Role.ADMIN,
            Map.of(
                    Caller.Seated.class, Caller.Seated::new,
                    Caller.Viewer.class, Caller.Viewer::new,
                    Caller.Reviewer.class, Caller.Reviewer::new,
                    Caller.Admin.class, Caller.Admin::new),
            Role.OPERATOR,
            Map.of(
                    Caller.Seated.class, Caller.Seated::new,
                    Caller.Viewer.class, Caller.Viewer::new,
                    Caller.Reviewer.class, Caller.Reviewer::new),
            Role.VIEWER,
            Map.of(Caller.Seated.class, Caller.Seated::new, Caller.Viewer.class, Caller.Viewer::new),
            Role.SECURITY,
            Map.of(Caller.Seated.class, Caller.Seated::new, Caller.Security.class, Caller.Security::new),
            Role.AUDITOR,
            Map.of(Caller.Seated.class, Caller.Seated::new, Caller.Auditor.class, Caller.Auditor::new));

    /** The caller a door wants, if this role may be one. */
    public <T extends Caller> Optional<T> as(Class<T> wanted) {
        return Optional.ofNullable(GIVES.get(role).get(wanted)).map(make -> wanted.cast(make.apply(this)));
    }

    public enum Role {
        ADMIN,
        OPERATOR,
        VIEWER,
        SECURITY,
        AUDITOR
    }
}
