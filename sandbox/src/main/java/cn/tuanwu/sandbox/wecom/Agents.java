package cn.tuanwu.sandbox.wecom;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Checks the agentid of a call; numbers and numbers in quotes are the same to the platform. */
final class Agents {

    private Agents() {}

    static Optional<ApiAnswer> refuse(JsonNode agentId, String own) {
        String given = agentId == null || agentId.isNull() ? "" : agentId.asString("");
        if (!given.matches("[0-9]+")) {
            return Optional.of(ApiAnswer.refused(40056, "invalid agentid"));
        }
        return given.equals(own)
                ? Optional.empty()
                : Optional.of(ApiAnswer.refused(301002, "not allow operate another agent with this accesstoken"));
    }
}
