package cn.tuanwu.registration;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.kernel.Seal.Place;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and words edits: codes by their names, documents masked. */
@Component
class EditBook {
    private static final int MOST_BYTES = 12_000;

    private final EditRows rows;
    private final ProfileWords words;
    private final Seal seal;
    private final JsonMapper json;

    EditBook(EditRows rows, ProfileWords words, Seal seal, JsonMapper json) {
        this.rows = rows;
        this.words = words;
        this.seal = seal;
        this.json = json;
    }

    /** Null when its registration was erased. */
    Edit find(long id) {
        EditRow row = rows.find(id);
        return row == null ? null : edit(row);
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
                        words.of(field, content.before().get(field.key)),
                        words.of(field, content.after().get(field.key))))
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

    private static Place place(long id) {
        return new Place("registration_edit", "content", id);
    }
}
