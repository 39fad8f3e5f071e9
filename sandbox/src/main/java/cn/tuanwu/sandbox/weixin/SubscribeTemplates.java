package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;

/** The subscribe-message templates the mini-program has chosen. */
@Component
public class SubscribeTemplates {

    /** The id is the platform's; in the list of the chosen it is empty. */
    public record Template(String id, String title, List<Field> fields) {

        Template named(String given) {
            return new Template(given, title, fields);
        }
    }

    public record Field(String key, String label) {}

    private record Chosen(List<Template> templates) {}

    private final List<Template> templates;

    SubscribeTemplates(PlatformSettings settings) throws IOException {
        String id = settings.miniProgram().resultTemplate();
        try (InputStream chosen = SubscribeTemplates.class.getResourceAsStream("templates.json")) {
            templates = Json.read(chosen.readAllBytes(), Chosen.class).templates().stream()
                    .map(template -> template.id().isEmpty() ? template.named(id) : template)
                    .toList();
        }
    }

    /** Type 2 is a template whose consents are good once. */
    ApiAnswer list() {
        ApiAnswer answer = ApiAnswer.ok();
        ArrayNode data = answer.json().putArray("data");
        for (Template template : templates) {
            StringBuilder content = new StringBuilder();
            template.fields().forEach(field -> content.append(field.label())
                    .append(":{{")
                    .append(field.key())
                    .append(".DATA}}\n"));
            data.addObject()
                    .put("priTmplId", template.id())
                    .put("title", template.title())
                    .put("content", content.toString())
                    .put("example", "")
                    .put("type", 2);
        }
        return answer;
    }

    public Optional<Template> find(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
