package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Collects the first broken rule of a card. */
final class CardRules {

    static final int PARAMETER = 40058;

    private ApiAnswer fault;

    Optional<ApiAnswer> fault() {
        return Optional.ofNullable(fault);
    }

    CardRules demand(boolean kept, int errcode, String complaint) {
        if (!kept && fault == null) {
            fault = ApiAnswer.refused(errcode, complaint);
        }
        return this;
    }

    CardRules present(JsonNode holder, String field, int errcode) {
        return demand(!text(holder, field).isBlank(), errcode, field + " missing");
    }

    CardRules atMost(JsonNode holder, String field, int characters) {
        String value = text(holder, field);
        return demand(
                value.codePointCount(0, value.length()) <= characters,
                PARAMETER,
                field + " exceeds " + characters + " characters");
    }

    CardRules bytes(JsonNode holder, String field, int bytes, int errcode) {
        int length = text(holder, field).getBytes(StandardCharsets.UTF_8).length;
        return demand(length <= bytes, errcode, field + " exceeds " + bytes + " bytes");
    }

    CardRules size(JsonNode list, int least, int most, int errcode, String name) {
        return demand(list.size() >= least && list.size() <= most, errcode, name + " length invalid");
    }

    CardRules unique(JsonNode list, String field, int errcode, String name) {
        Set<String> seen = new HashSet<>();
        for (JsonNode item : list) {
            String value = text(item, field);
            demand(value.isEmpty() || seen.add(value), errcode, name + "." + field + " conflicts");
        }
        return this;
    }

    static String text(JsonNode holder, String field) {
        return holder.path(field).asString("");
    }
}
