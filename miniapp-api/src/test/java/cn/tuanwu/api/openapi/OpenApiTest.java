package cn.tuanwu.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Client;
import cn.tuanwu.api.People;
import cn.tuanwu.api.RouteTable;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.once.Call;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description says what the application does: its routes, who may call them, what they take and answer. */
@Tag("registration")
class OpenApiTest {
    private final JsonNode document =
            RunningApi.client().get("/api/openapi.json").json();

    /** Break: take a path out of a file of resources/openapi, or add a route. */
    @Test
    void everyRouteIsDescribedAndNothingElse() throws IOException {
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase() + " " + path.getKey())));
        assertThat(described).isEqualTo(new TreeSet<>(routes().keySet()));
    }

    @Test
    void everyDescriptionNamesTheCallerAndTheKey() {
        routes().forEach((route, method) -> {
            JsonNode operation = operation(route);
            String security = RouteTable.callerOf(method).scheme();
            assertThat(operation.at("/security/0").toString()).as(route).contains(security);
            assertThat(operation.path("security").isMissingNode()).as(route).isEqualTo(security.isEmpty());
            assertThat(operation.path("parameters").toString().contains("IdempotencyKey"))
                    .as(route)
                    .isEqualTo(has(method, Call.class));
        });
    }

    /** Break: rename a field of a request. */
    @Test
    void everyBodyIsDescribedFieldByField() {
        routes().forEach((route, method) -> Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .forEach(body -> assertThat(
                                names(schema(operation(route).at("/requestBody/content/application~1json/schema"))))
                        .as(route)
                        .isEqualTo(fields(body))));
    }

    @Test
    void answersHoldWhatIsDescribed() {
        Client member = People.member();
        member.post("/api/registration/submit", People.profile());
        described(member.get("/api/me").json(), "Me");
        described(member.get("/api/me").json().path("registration"), "Registration");
        described(member.get("/api/registration").json(), "Form");
        described(member.get("/api/me/history").json(), "History");
        described(member.get("/api/me/messages").json(), "Messages");
        described(member.get("/api/devices").json().at("/items/0"), "Device");
        described(member.get("/api/registration/certificate").json(), "Problem");
    }

    private void described(JsonNode answer, String schema) {
        assertThat(names(answer))
                .as(schema)
                .isEqualTo(names(document.at("/components/schemas/" + schema + "/properties")));
    }

    private JsonNode schema(JsonNode schema) {
        JsonNode whole =
                schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
        return whole.path("properties");
    }

    private JsonNode operation(String route) {
        String[] parts = route.split(" ");
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase());
    }

    private static Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new HashMap<>();
        RunningApi.context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, method) -> info.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith("/api/"))
                                .forEach(pattern -> info.getMethodsCondition()
                                        .getMethods()
                                        .forEach(verb -> routes.put(verb + " " + pattern, method)))));
        return routes;
    }

    private static Set<String> fields(MethodParameter body) {
        return Arrays.stream(body.getParameterType().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    private static boolean has(HandlerMethod method, Class<?> parameter) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(one -> one.getParameterType() == parameter);
    }
}
