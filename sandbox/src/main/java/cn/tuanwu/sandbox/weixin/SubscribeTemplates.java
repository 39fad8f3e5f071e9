package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.world.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The subscribe-message templates the mini-program has chosen. */
@Component
public class SubscribeTemplates {

    public record Template(String id, String title, List<Field> fields) {}

    public record Field(String key, String label) {}

    private record Chosen(List<Template> templates) {}

    private final List<Template> templates;

    SubscribeTemplates() throws IOException {
        try (InputStream chosen = SubscribeTemplates.class.getResourceAsStream("templates.json")) {
            templates = Json.read(chosen.readAllBytes(), Chosen.class).templates();
        }
    }

    public Optional<Template> find(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
