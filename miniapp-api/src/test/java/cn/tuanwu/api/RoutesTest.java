package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.RouteTable.CallerKind;
import cn.tuanwu.api.once.Call;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Who may call what. A route without a row here fails the build. */
@Tag("story")
class RoutesTest {
    private static final Map<String, CallerKind> TABLE = RouteTable.read();

    /** Everyone there is, and as which callers they count. */
    private enum Person {
        NOBODY,
        MEMBER(CallerKind.MEMBER),
        STAFF(CallerKind.STAFF),
        CONSOLE_ADMIN(CallerKind.SEATED, CallerKind.VIEWER, CallerKind.REVIEWER, CallerKind.ADMIN),
        CONSOLE_OPERATOR(CallerKind.SEATED, CallerKind.VIEWER, CallerKind.REVIEWER),
        CONSOLE_VIEWER(CallerKind.SEATED, CallerKind.VIEWER),
        CONSOLE_SECURITY(CallerKind.SEATED, CallerKind.SECURITY),
        CONSOLE_AUDITOR(CallerKind.SEATED, CallerKind.AUDITOR);

        private final Set<CallerKind> counts;

        Person(CallerKind... counts) {
            this.counts = Set.of(counts);
        }

        boolean isAtConsole() {
            return name().startsWith("CONSOLE_");
        }

        Client client() {
            return switch (this) {
                case NOBODY -> RunningApi.client();
                case MEMBER -> People.member();
                case STAFF -> People.staff("zhangsan");
                case CONSOLE_ADMIN -> People.committee("sx-tuanwei");
                default ->
                    People.committee(
                            "sx-" + name().substring("CONSOLE_".length()).toLowerCase());
            };
        }
    }

    @Test
    void everyRouteOfTheApplicationHasARow() {
        Set<String> routes = new TreeSet<>();
        mappings().forEach((mapping, method) -> routes.addAll(names(mapping)));
        assertThat(routes).containsExactlyInAnyOrderElementsOf(new TreeSet<>(TABLE.keySet()));
    }

    @Test
    void everyRouteThatChangesSomethingTakesAKey() {
        mappings().forEach((mapping, method) -> names(mapping).stream()
                .filter(name -> name.startsWith("POST") || name.startsWith("PUT") || name.startsWith("PATCH"))
                .forEach(name -> assertThat(has(method, Call.class)).as(name).isTrue()));
    }

    @Test
    void everyRouteNamesItsCaller() {
        mappings().forEach((mapping, method) -> names(mapping)
                .forEach(
                        name -> assertThat(RouteTable.callerOf(method)).as(name).isEqualTo(TABLE.get(name))));
    }

    /** Break: give Role.VIEWER one more caller in Seat. */
    @TestFactory
    Stream<DynamicTest> whoIsNotMeantIsRefused() {
        Map<Person, Client> clients =
                Arrays.stream(Person.values()).collect(Collectors.toMap(person -> person, Person::client));
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue() != CallerKind.ANYONE)
                .flatMap(row -> Arrays.stream(Person.values())
                        .filter(person -> !person.counts.contains(row.getValue()))
                        .map(person -> dynamicTest(
                                row.getKey() + " as " + person,
                                () -> refused(
                                        clients.get(person),
                                        row.getKey(),
                                        person.isAtConsole() && row.getValue().isAtConsole()))));
    }

    private static void refused(Client wrong, String route, boolean known) {
        var before = Tables.counts();
        String[] parts = route.replaceAll("\\{[a-z]+}", "1").split(" ");
        Answer answer = wrong.send(parts[0], parts[1], parts[0].equals("GET") ? null : "{}", Client.key());
        assertThat(answer.status()).isEqualTo(known ? 403 : 401);
        assertThat(answer.code()).isEqualTo(known ? "ROLE_INSUFFICIENT" : "NOT_SIGNED_IN");
        assertThat(Tables.counts()).isEqualTo(before);
    }

    private static Map<RequestMappingInfo, HandlerMethod> mappings() {
        Map<RequestMappingInfo, HandlerMethod> all = new HashMap<>();
        RunningApi.context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> all.putAll(mapping.getHandlerMethods()));
        return all;
    }

    private static Set<String> names(RequestMappingInfo mapping) {
        Set<String> names = new TreeSet<>();
        for (String pattern : mapping.getPatternValues()) {
            if (mapping.getMethodsCondition().getMethods().isEmpty()) {
                names.add("ANY " + pattern);
            }
            mapping.getMethodsCondition().getMethods().forEach(method -> names.add(method + " " + pattern));
        }
        return names;
    }

    private static boolean has(HandlerMethod method, Class<?> parameter) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(one -> one.getParameterType() == parameter);
    }
}
