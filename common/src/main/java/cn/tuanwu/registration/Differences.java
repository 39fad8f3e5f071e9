package cn.tuanwu.registration;

import cn.tuanwu.number.MemberNumber;
import cn.tuanwu.realname.ResidentId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares what a profile holds with what its member wishes. A field left out stays as it is; an empty one is cleared. */
@Component
class Differences {
    private final JsonMapper json;

    Differences(JsonMapper json) {
        this.json = json;
    }

    /** The profile as it would be. */
    Profile merged(Profile present, Profile wish) {
        ObjectNode wished = tree(wish);
        String number = present.documentNumber();
        // A page that sends everything back sends the number as it was shown.
        if (number != null && ResidentId.mask(number).equals(wish.documentNumber())) {
            wished.remove(ProfileField.DOCUMENT_NUMBER.key);
        }
        return read(merge(tree(present), wished));
    }

    /** The present values with another's of some fields. */
    Profile with(Profile present, Profile other, Set<ProfileField> fields) {
        ObjectNode result = tree(present);
        ObjectNode from = tree(other);
        fields.forEach(field -> put(result, field.key, from.get(field.key)));
        return read(result);
    }

    Set<ProfileField> between(Profile one, Profile other) {
        ObjectNode before = tree(one);
        ObjectNode after = tree(other);
        return some(field -> !text(before, field).equals(text(after, field)));
    }

    /** Only these fields, as text, for an {@link Edit} to keep. */
    Map<String, String> texts(Profile profile, Set<ProfileField> fields) {
        ObjectNode all = tree(profile);
        return fields.stream().collect(Collectors.toMap(field -> field.key, field -> text(all, field)));
    }

    /** The profile with kept texts put in. */
    Profile with(Profile present, Map<String, String> texts) {
        ObjectNode wish = json.createObjectNode();
        texts.forEach(wish::put);
        return read(merge(tree(present), wish));
    }

    private ObjectNode merge(ObjectNode result, ObjectNode wish) {
        wish.properties().forEach(entry -> put(result, entry.getKey(), entry.getValue()));
        if (!result.path("cadre").asBoolean(false)) {
            some(ProfileField::isOfCadre).forEach(field -> result.remove(field.key));
            result.put("cadre", false).put("partyCommittee", false);
        }
        return result;
    }

    private static void put(ObjectNode into, String key, JsonNode value) {
        if (value == null || value.isString() && value.asString().isBlank()) {
            into.remove(key);
        } else {
            into.set(key, value);
        }
    }

    /** In normal form, so that a blank or a space more is no change. */
    private static String text(ObjectNode profile, ProfileField field) {
        String text = profile.path(field.key).asString("").strip();
        return switch (field) {
            case DOCUMENT_NUMBER ->
                ResidentId.read(text).map(ResidentId::number).orElse(text);
            case MEMBER_NUMBER ->
                MemberNumber.read(text).map(MemberNumber::text).orElse(text);
            default -> text;
        };
    }

    private static Set<ProfileField> some(Predicate<ProfileField> which) {
        Set<ProfileField> fields = EnumSet.noneOf(ProfileField.class);
        EnumSet.allOf(ProfileField.class).stream().filter(which).forEach(fields::add);
        return fields;
    }

    private ObjectNode tree(Profile profile) {
        return json.valueToTree(profile);
    }

    private Profile read(ObjectNode profile) {
        return json.treeToValue(profile, Profile.class);
    }
}
