package cn.tuanwu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.tuanwu.access.Caller;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.once.Call;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private enum Role {
        ANYONE,
        MEMBER,
        COMMITTEE,
        STAFF
    }

    private static final Map<String, Role> TABLE = Map.ofEntries(
            Map.entry("ANY /error", Role.ANYONE),
            Map.entry("GET /actuator", Role.ANYONE),
            Map.entry("GET /actuator/health", Role.ANYONE),
            Map.entry("GET /actuator/health/**", Role.ANYONE),
            Map.entry("GET /api/invitations/{code}", Role.ANYONE),
            Map.entry("GET /api/universities", Role.ANYONE),
            Map.entry("GET /api/branches", Role.ANYONE),
            Map.entry("GET /api/openapi.json", Role.ANYONE),
            Map.entry("GET /api/faq", Role.ANYONE),
            Map.entry("GET /api/codes", Role.ANYONE),
            Map.entry("GET /api/codes/regions", Role.ANYONE),
            Map.entry("POST /api/sms-codes", Role.ANYONE),
            Map.entry("POST /api/accounts", Role.ANYONE),
            Map.entry("POST /api/sessions", Role.ANYONE),
            Map.entry("POST /api/sessions/wechat", Role.ANYONE),
            Map.entry("POST /api/password-resets", Role.ANYONE),
            Map.entry("POST /api/sessions/linked", Role.ANYONE),
            Map.entry("POST /api/sessions/linked/sms-codes", Role.ANYONE),
            Map.entry("POST /api/sessions/linked/proofs", Role.ANYONE),
            Map.entry("GET /api/linked/providers", Role.ANYONE),
            Map.entry("POST /api/linked/{provider}/beginnings", Role.ANYONE),
            Map.entry("GET /api/linked/{provider}/return", Role.ANYONE),
            Map.entry("GET /api/linked", Role.MEMBER),
            Map.entry("DELETE /api/linked/{provider}", Role.MEMBER),
            Map.entry("POST /api/rebindings", Role.ANYONE),
            Map.entry("GET /api/rebindings/current", Role.ANYONE),
            Map.entry("POST /api/rebindings/withdraw", Role.ANYONE),
            Map.entry("GET /api/me/rebinding", Role.MEMBER),
            Map.entry("POST /api/me/rebinding/refusal", Role.MEMBER),
            Map.entry("POST /api/me/phone", Role.MEMBER),
            Map.entry("GET /api/me/closing", Role.MEMBER),
            Map.entry("POST /api/me/closing", Role.MEMBER),
            Map.entry("POST /api/me/closing/sms-codes", Role.MEMBER),
            Map.entry("GET /api/devices", Role.MEMBER),
            Map.entry("DELETE /api/devices", Role.MEMBER),
            Map.entry("DELETE /api/devices/{id}", Role.MEMBER),
            Map.entry("DELETE /api/sessions/current", Role.ANYONE),
            Map.entry("POST /api/console/sessions", Role.ANYONE),
            Map.entry("GET /api/work/sign-in", Role.ANYONE),
            Map.entry("POST /api/work/sessions", Role.ANYONE),
            Map.entry("GET /api/work/reviews", Role.STAFF),
            Map.entry("GET /api/work/reviews/{id}", Role.STAFF),
            Map.entry("GET /api/work/reviews/{id}/photos/{photo}", Role.STAFF),
            Map.entry("POST /api/work/reviews/{id}/decision", Role.STAFF),
            Map.entry("GET /api/me", Role.MEMBER),
            Map.entry("GET /api/me/history", Role.MEMBER),
            Map.entry("GET /api/me/messages", Role.MEMBER),
            Map.entry("POST /api/me/messages/read", Role.MEMBER),
            Map.entry("POST /api/registration/photos", Role.MEMBER),
            Map.entry("POST /api/registration/edits", Role.MEMBER),
            Map.entry("POST /api/registration/edits/withdraw", Role.MEMBER),
            Map.entry("POST /api/registration/corrections", Role.MEMBER),
            Map.entry("GET /api/registration", Role.MEMBER),
            Map.entry("PUT /api/registration", Role.MEMBER),
            Map.entry("POST /api/registration/check", Role.MEMBER),
            Map.entry("POST /api/registration/submit", Role.MEMBER),
            Map.entry("POST /api/registration/withdraw", Role.MEMBER),
            Map.entry("GET /api/registration/certificate", Role.MEMBER),
            Map.entry("GET /api/registration/card.png", Role.MEMBER),
            Map.entry("GET /api/me/export.pdf", Role.MEMBER),
            Map.entry("GET /api/me/export.xlsx", Role.MEMBER),
            Map.entry("GET /api/console/branches", Role.COMMITTEE),
            Map.entry("GET /api/console/registrations", Role.COMMITTEE),
            Map.entry("GET /api/console/invitations", Role.COMMITTEE),
            Map.entry("POST /api/console/invitations", Role.COMMITTEE),
            Map.entry("GET /api/console/invitations/{id}", Role.COMMITTEE),
            Map.entry("POST /api/console/invitations/{id}/revoke", Role.COMMITTEE),
            Map.entry("GET /api/console/invitations/{id}/qr.png", Role.COMMITTEE));

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
    void everyRouteOfARoleNamesItsCaller() {
        mappings().forEach((mapping, method) -> names(mapping).forEach(name -> {
            Role role = TABLE.get(name);
            assertThat(has(method, Caller.OwnAccount.class)).as(name).isEqualTo(role == Role.MEMBER);
            assertThat(has(method, Caller.OrgAccount.class)).as(name).isEqualTo(role == Role.COMMITTEE);
            assertThat(has(method, Caller.Staff.class)).as(name).isEqualTo(role == Role.STAFF);
        }));
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotMeantIsRefused() {
        Map<Role, Client> callers = Map.of(
                Role.ANYONE, RunningApi.client(),
                Role.MEMBER, People.member(),
                Role.COMMITTEE, People.committee("sx-tuanwei"),
                Role.STAFF, People.staff("zhangsan"));
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue() != Role.ANYONE)
                .flatMap(row -> Arrays.stream(Role.values())
                        .filter(role -> role != row.getValue())
                        .map(role -> dynamicTest(
                                row.getKey() + " as " + role, () -> refused(callers.get(role), row.getKey()))));
    }

    private static void refused(Client wrong, String route) {
        var before = Tables.counts();
        String[] parts = route.replaceAll("\\{[a-z]+}", "1").split(" ");
        Answer answer = wrong.send(parts[0], parts[1], parts[0].equals("GET") ? null : "{}", Client.key());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("NOT_SIGNED_IN");
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
