package cn.tuanwu.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Reads out what was submitted, field by field in the words people read; document numbers masked. */
@Service
public class FormBook {
    private final RegistrationRows rows;
    private final Drafts drafts;
    private final Differences differences;
    private final ProfileWords words;

    FormBook(RegistrationRows rows, Drafts drafts, Differences differences, ProfileWords words) {
        this.rows = rows;
        this.drafts = drafts;
        this.differences = differences;
        this.words = words;
    }

    /** The whole name, as typed; empty before the first submission. Who may read it is the caller's to know. */
    public Optional<String> name(long registrationId) {
        return Optional.ofNullable(rows.find(registrationId)).map(row -> row.name);
    }

    /** In the order of the form; empty before the first submission. Who may read it is the caller's to know. */
    public List<Field> of(long registrationId) {
        RegistrationRow row = rows.find(registrationId);
        if (row == null || row.documentSealed == null) {
            return List.of();
        }
        Map<String, String> texts = differences.texts(drafts.whole(row), Set.of(ProfileField.values()));
        return Arrays.stream(ProfileField.values())
                .filter(field -> !field.isOfCadre() || field == ProfileField.CADRE || row.cadre)
                .map(field -> new Field(field.key, field.label, words.of(field, texts.get(field.key))))
                .toList();
    }

    /** @param field its name in the profile */
    public record Field(String field, String label, String value) {
        @Override
        public String toString() {
            return "Field[" + field + "]";
        }
    }
}
