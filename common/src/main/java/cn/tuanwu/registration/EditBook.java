package cn.tuanwu.registration;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.ResidentId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and words edits: codes by their names, documents masked. */
@Component
class EditBook {
    private static final String EMPTY = "未填";
    private static final int MOST_BYTES = 12_000;

    private final EditRows rows;
    private final Codes codes;
    private final Regions regions;
    private final OrgDesk organisations;
    private final Seal seal;
    private final JsonMapper json;

    EditBook(EditRows rows, Codes codes, Regions regions, OrgDesk organisations, Seal seal, JsonMapper json) {
        this.rows = rows;
        this.codes = codes;
        this.regions = regions;
        this.organisations = organisations;
        this.seal = seal;
        this.json = json;
    }

    Edit find(long id) {
        return edit(rows.find(id));
    }

    Optional<Edit> latest(long registrationId) {
        return Optional.ofNullable(rows.latest(registrationId)).map(this::edit);
    }

    EditRow.Content content(EditRow row) {
        return json.readValue(seal.open(place(row.id), row.contentSealed), EditRow.Content.class);
    }

    /** Empty when it is too large to be kept. */
    Optional<byte[]> seal(long id, EditRow.Content content) {
        byte[] sealed = seal.seal(place(id), json.writeValueAsString(content));
        return sealed.length > MOST_BYTES ? Optional.empty() : Optional.of(sealed);
    }

    private Edit edit(EditRow row) {
        EditRow.Content content = content(row);
        List<Edit.Change> changes = content.after().keySet().stream()
                .map(ProfileField::of)
                .sorted()
                .map(field -> new Edit.Change(
                        field.key,
                        field.label,
                        words(field, content.before().get(field.key)),
                        words(field, content.after().get(field.key))))
                .toList();
        return new Edit(
                row.id,
                row.registrationId,
                row.kind,
                row.state,
                changes,
                content.evidence(),
                row.submittedAt,
                row.decidedAt,
                row.decidedBy,
                row.returnReason);
    }

    private String words(ProfileField field, String value) {
        if (ProfileRules.blank(value)) {
            return EMPTY;
        }
        return switch (field) {
            case CADRE, PARTY_COMMITTEE -> Boolean.parseBoolean(value) ? "是" : "否";
            case DOCUMENT_NUMBER -> ResidentId.mask(value);
            case BRANCH ->
                organisations
                        .find(Long.parseLong(value))
                        .map(Organisation::name)
                        .orElse(value);
            case HOUSEHOLD -> regions.name(value).orElse(value);
            default -> field.codes == null ? value : codes.name(field.codes, value);
        };
    }

    private static Place place(long id) {
        return new Place("registration_edit", "content", id);
    }
}
