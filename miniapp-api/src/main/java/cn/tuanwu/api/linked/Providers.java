package cn.tuanwu.api.linked;

import cn.tuanwu.api.problem.RefusedRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The providers in the order of the settings. */
@Component
class Providers {
    private final Map<String, Provider> byId = new LinkedHashMap<>();

    Providers(LinkedSettings settings, Clock clock) {
        settings.providers()
                .forEach(registered -> byId.put(
                        registered.id(),
                        new Provider(
                                registered,
                                URI.create(settings.publicUrl() + "/api/linked/" + registered.id() + "/return"),
                                clock)));
    }

    Collection<Provider> all() {
        return byId.values();
    }

    /** @throws RefusedRequest with LINKED_PROVIDER_UNKNOWN */
    Provider get(String id) {
        Provider found = byId.get(id);
        if (found == null) {
            throw new RefusedRequest("LINKED_PROVIDER_UNKNOWN", "不支持用这种账号登录。");
        }
        return found;
    }

    /** For people; the short name of one that is no longer offered. */
    String name(String id) {
        Provider found = byId.get(id);
        return found == null ? id : found.registered().name();
    }
}
