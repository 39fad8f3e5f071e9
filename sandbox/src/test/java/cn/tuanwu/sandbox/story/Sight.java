package cn.tuanwu.sandbox.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What came to the phones since somebody began to look. */
final class Sight {
    private final PhoneClient phones;
    private final Set<String> before = new HashSet<>();

    Sight(PhoneClient phones) {
        this.phones = phones;
        before(phones.state());
    }

    private void before(JsonNode state) {
        for (String people : List.of("operators", "members")) {
            PhoneClient.all(state.path(people))
                    .flatMap(one -> Stream.of("chat", "notices").flatMap(place -> PhoneClient.all(one.path(place))))
                    .forEach(message -> before.add(message.path("id").asString("")));
        }
    }

    /** New notices and messages of the app on a member's phone. */
    long told(String member) {
        JsonNode phone = one("members", "id", member);
        return PhoneClient.all(phone.path("notices")).filter(this::isNew).count()
                + texts(phone.path("chat"), text -> true);
    }

    /** New texts in an operator's chat. */
    long texts(String operator, Predicate<String> wanted) {
        return texts(one("operators", "userid", operator).path("chat"), wanted);
    }

    /** New cards in an operator's chat. */
    List<JsonNode> cards(String operator) {
        return PhoneClient.all(one("operators", "userid", operator).path("chat"))
                .filter(this::isNew)
                .filter(message -> message.path("type").asString("").equals("card"))
                .map(message -> message.path("card"))
                .toList();
    }

    private long texts(JsonNode chat, Predicate<String> wanted) {
        return PhoneClient.all(chat)
                .filter(this::isNew)
                .filter(message -> message.path("type").asString("").equals("text"))
                .filter(message -> message.path("from").asString("").equals("app"))
                .filter(message -> wanted.test(message.path("text").asString("")))
                .count();
    }

    private boolean isNew(JsonNode message) {
        return !before.contains(message.path("id").asString(""));
    }

    private JsonNode one(String people, String key, String id) {
        return PhoneClient.all(phones.state().path(people))
                .filter(found -> found.path(key).asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> new Unexpected(people + " " + id, "nobody"));
    }
}
