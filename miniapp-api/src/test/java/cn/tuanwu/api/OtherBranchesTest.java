package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.RouteTable.CallerKind;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * What belongs to another branch does not exist: through every route of the console and of the operators' pages, whether
 * its id is in the address or in the body, for a sibling, another committee's branch, the parent and a branch that moved away.
 */
@Tag("console")
class OtherBranchesTest {
    private static final long MOVED = 1901;
    private static final Map<String, CallerKind> TABLE = RouteTable.read();
    private static final Map<String, HandlerMethod> METHODS = methods();

    /** What was refused is still there for the next to try. */
    private static final Map<String, String> MADE = new HashMap<>();

    /** Someone, a branch of theirs, what they count as, and organisations that are not theirs. */
    private record Stranger(String name, Client client, long own, Set<CallerKind> counts, List<Long> places) {}

    /** Break: take a row out of Elsewhere, or add a route with an id of a new kind. */
    @Test
    void everyRouteWithAnIdHasARow() {
        assertThat(routes().filter(route -> route.contains("{"))
                        .filter(route -> Elsewhere.of(route).isEmpty()))
                .as("addresses without a row in Elsewhere.BY_ADDRESS")
                .isEmpty();
        assertThat(routes().flatMap(route -> idFields(route).stream())
                        .filter(field -> !Elsewhere.BY_FIELD.containsKey(field)))
                .as("ids in bodies without a row in Elsewhere.BY_FIELD")
                .isEmpty();
    }

    /** Break: in InviteDesk.find, leave out the look at the subtree. */
    @TestFactory
    Stream<DynamicTest> whatIsElsewhereDoesNotExist() {
        return strangers().stream().flatMap(who -> routes().filter(route -> who.counts.contains(TABLE.get(route)))
                .flatMap(route -> who.places.stream().flatMap(place -> tests(who, route, place))));
    }

    private static Stream<DynamicTest> tests(Stranger who, String route, long place) {
        String name = route + " as " + who.name + " about " + place;
        Stream<DynamicTest> address = route.contains("{")
                ? Stream.of(dynamicTest(name, () -> unknownByAddress(who, route, place)))
                : Stream.empty();
        Stream<DynamicTest> body = idFields(route).stream()
                .map(field -> dynamicTest(name + ", " + field, () -> unknownByField(who, route, field, place)));
        return Stream.concat(address, body);
    }

    private static void unknownByAddress(Stranger who, String route, long place) {
        String id = MADE.computeIfAbsent(
                route.replaceFirst("^[A-Z]+ ", "").replaceFirst("}.*", "}") + place,
                row -> String.valueOf(
                        home(place, () -> Elsewhere.of(route).orElseThrow().in(place))));
        if (!id.equals("null")) {
            String path = route.split(" ")[1].replaceFirst("\\{id}", id).replaceAll("\\{[a-zA-Z]+}", "1");
            unknown(who.client, route, path, Elsewhere.BODIES.getOrDefault(route, Map.of()), Set.of(404));
        }
    }

    private static void unknownByField(Stranger who, String route, String field, long place) {
        String id = Elsewhere.BY_FIELD.get(field).in(place);
        if (id == null) {
            return;
        }
        Map<String, Object> body = new HashMap<>(Elsewhere.BODIES.getOrDefault(route, Map.of()));
        body.put(field, field.endsWith("Ids") ? List.of(id) : id);
        String path = route.split(" ")[1];
        if (path.contains("{")) {
            String own = Elsewhere.of(route).orElseThrow().in(who.own);
            path = path.replaceFirst("\\{id}", own);
        }
        // A field of a form that names what does not exist is answered beside the field.
        unknown(who.client, route, path, body, Set.of(404, 422));
    }

    private static void unknown(Client client, String route, String path, Map<String, Object> body, Set<Integer> said) {
        String method = route.split(" ")[0];
        var before = Tables.counts();
        Answer answer =
                switch (method) {
                    case "GET" -> client.get(path);
                    case "DELETE" -> client.delete(path);
                    case "PUT" -> client.put(path, body);
                    default -> client.post(path, body);
                };
        assertThat(answer.status()).as(answer.body()).isIn(said);
        assertThat(answer.code()).as(answer.body()).matches("NOT_FOUND|[A-Z_]+_(UNKNOWN|UNASKED)");
        assertThat(Tables.counts()).isEqualTo(before);
    }

    /** What is in the branch that moved was made while it stood below the mathematicians. */
    private static String home(long place, java.util.function.Supplier<String> make) {
        if (place != MOVED) {
            return make.get();
        }
        move(100);
        try {
            return make.get();
        } finally {
            move(101);
        }
    }

    private static void move(long parent) {
        Answer moved = People.committee("nl-tuanwei")
                .post(
                        "/api/console/organisations/" + MOVED + "/move",
                        Map.of("targetId", Long.toString(parent), "reason", "隶属调整"));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    }

    private static List<Stranger> strangers() {
        Tables.run(
                RunningApi.DATABASE,
                "INSERT IGNORE INTO organisation (id, parent_id, kind, name, short_name, code, initials, path)"
                        + " VALUES (1901, 101, 'BRANCH', '迁出的团支部', '迁出支部', 'moved-1901', 'QC', '/1/10/101/1901/')");
        Tables.run(
                RunningApi.DATABASE,
                "INSERT IGNORE INTO org_account (id, organisation_id, login, password_hash, role)"
                        + " SELECT 881, 1001, 'branch-operator', password_hash, 'OPERATOR' FROM org_account WHERE id = 301"
                        + " UNION ALL SELECT 882, 101, 'wl-security', password_hash, 'SECURITY' FROM org_account"
                        + " WHERE id = 301");
        Set<CallerKind> operator = Set.of(CallerKind.SEATED, CallerKind.VIEWER, CallerKind.REVIEWER);
        Set<CallerKind> admin = Set.of(CallerKind.SEATED, CallerKind.VIEWER, CallerKind.REVIEWER, CallerKind.ADMIN);
        return List.of(
                new Stranger(
                        "the operator of 1001",
                        People.committee("branch-operator"),
                        1001,
                        operator,
                        List.of(1002L, 1101L, 100L, MOVED)),
                new Stranger(
                        "the admin of 101",
                        People.committee("wl-tuanwei"),
                        1101,
                        admin,
                        List.of(1002L, 1001L, 100L, 10L)),
                new Stranger(
                        "the admin of 100", People.committee("sx-tuanwei"), 1001, admin, List.of(1101L, 10L, MOVED)),
                new Stranger(
                        "the security admin of 101",
                        People.committee("wl-security"),
                        1101,
                        Set.of(CallerKind.SEATED, CallerKind.SECURITY),
                        List.of(1002L, 100L, 1L)),
                new Stranger(
                        "a colleague of 1101",
                        People.staff("sunwei"),
                        1101,
                        Set.of(CallerKind.STAFF),
                        List.of(1001L, 1002L)));
    }

    private static Stream<String> routes() {
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue() != CallerKind.ANYONE && row.getValue() != CallerKind.MEMBER)
                .map(Map.Entry::getKey);
    }

    /** The ids a body names: branchId, parentId, … */
    private static List<String> idFields(String route) {
        return Arrays.stream(METHODS.get(route).getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(field -> field.matches(".*Ids?|organisation|branch"))
                .toList();
    }

    private static Map<String, HandlerMethod> methods() {
        Map<String, HandlerMethod> methods = new TreeMap<>();
        RunningApi.context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, method) -> info.getPatternValues().forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> methods.put(verb + " " + pattern, method)))));
        return methods;
    }
}
