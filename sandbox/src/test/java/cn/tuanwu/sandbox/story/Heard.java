package cn.tuanwu.sandbox.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Everything the platforms heard from the applications since somebody began to listen. */
final class Heard {
    private static final String FAULT = "设定的故障";
    private static final String DROPPED = "丢弃";

    private final ApiClient sandbox;
    private final List<JsonNode> calls = new ArrayList<>();
    private long last;

    Heard(ApiClient sandbox) {
        this.sandbox = sandbox;
        JsonNode newest = sandbox.get("/sandbox/wire?limit=1").ok().path("entries");
        last = PhoneClient.all(newest)
                .mapToLong(entry -> entry.path("id").asLong())
                .max()
                .orElse(0);
    }

    /** To be called now and then: the platforms keep the last thousand. */
    void listen() {
        JsonNode entries;
        do {
            entries = sandbox.get("/sandbox/wire?limit=200&after=" + last).ok().path("entries");
            for (JsonNode entry : entries) {
                last = entry.path("id").asLong();
                if (entry.path("direction").asString("").equals("APP_TO_PLATFORM")) {
                    calls.add(entry);
                }
            }
        } while (entries.size() == 200);
    }

    int count() {
        return calls.size();
    }

    long struck() {
        return calls.stream().filter(Heard::isStruck).count();
    }

    /** Answered after our time-out: we hung up and don't know that they were taken. */
    long late() {
        return calls.stream()
                .filter(call -> call.path("millis").asLong() >= 4_500)
                .count();
    }

    /** More than a member gets in a minute or an hour. */
    List<String> dropped() {
        return calls.stream()
                .map(call -> call.path("title").asString(""))
                .filter(title -> title.contains(DROPPED))
                .toList();
    }

    /** Calls of this path that were taken, slow ones too. */
    Stream<JsonNode> taken(String path, Predicate<String> request) {
        return calls.stream()
                .filter(call -> call.path("path").asString("").split("\\?")[0].endsWith(path))
                .filter(call -> call.path("status").asInt() == 200)
                .filter(call -> call.path("errcode").asInt(0) == 0)
                .filter(call -> !call.path("response").path("raw").asString("").isEmpty())
                .filter(call -> request.test(call.path("request").path("raw").asString("")));
    }

    /** Tokens that were asked for and came: those the platform kept for itself are none. */
    long tokens(String path, String app) {
        return taken(path, any -> true)
                .filter(call -> call.toString().contains(app))
                .filter(call -> !isStruck(call))
                .count();
    }

    private static boolean isStruck(JsonNode call) {
        return call.path("title").asString("").contains(FAULT);
    }
}
