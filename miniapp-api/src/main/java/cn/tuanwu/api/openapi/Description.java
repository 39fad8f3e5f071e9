package cn.tuanwu.api.openapi;

import cn.tuanwu.api.problem.Statuses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the description together: one file a room, the codes of problems from where they are kept. */
@Component
class Description {
    private static final String FILES = "classpath*:openapi/*.json";

    private final JsonMapper json;

    Description(JsonMapper json) {
        this.json = json;
    }

    byte[] document() {
        ObjectNode whole = (ObjectNode) read("classpath:openapi/base.json");
        try {
            for (Resource part : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                if (!"base.json".equals(part.getFilename())) {
                    add(whole, read(part));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode codes = (ObjectNode) whole.at("/components/schemas/ProblemCode");
        ArrayNode all = codes.putArray("enum");
        ObjectNode statuses = codes.putObject("x-status");
        Statuses.codes().forEach(code -> {
            all.add(code);
            statuses.put(code, Statuses.of(code).value());
        });
        return json.writeValueAsBytes(whole);
    }

    /** A path or a shape described twice is a mistake of whoever wrote the second. */
    private static void add(ObjectNode whole, JsonNode part) {
        addAll((ObjectNode) whole.path("paths"), part.path("paths"));
        addAll((ObjectNode) whole.at("/components/schemas"), part.at("/components/schemas"));
    }

    private static void addAll(ObjectNode to, JsonNode from) {
        from.properties().forEach(one -> {
            if (to.has(one.getKey())) {
                throw new IllegalStateException(one.getKey() + " is described twice");
            }
            to.set(one.getKey(), one.getValue());
        });
    }

    private JsonNode read(String place) {
        return read(new PathMatchingResourcePatternResolver().getResource(place));
    }

    private JsonNode read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
