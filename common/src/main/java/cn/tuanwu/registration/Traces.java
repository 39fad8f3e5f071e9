package cn.tuanwu.registration;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.trace.Person;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who an account's owner is to this house, and every document number it knows of them: typed, submitted, corrected. */
@Component
public class Traces {
    private final RegistrationRows rows;
    private final ErasingRows erasing;
    private final EditBook edits;
    private final Drafts drafts;
    private final Seal seal;
    private final Blind blind;

    Traces(RegistrationRows rows, ErasingRows erasing, EditBook edits, Drafts drafts, Seal seal, Blind blind) {
        this.rows = rows;
        this.erasing = erasing;
        this.edits = edits;
        this.drafts = drafts;
        this.seal = seal;
        this.blind = blind;
    }

    public Person of(long accountId) {
        RegistrationRow row = rows.byAccount(accountId);
        return row == null
                ? new Person(accountId, null, Set.of(), false)
                : new Person(accountId, row.id, documents(row), false);
    }

    /** Of the registration alone. */
    Person of(RegistrationRow row) {
        return new Person(row.accountId, row.id, documents(row), true);
    }

    /** A keyed hash for the tombstone, which finds nothing in any other table; null when nothing was submitted. */
    byte[] tombstone(RegistrationRow row) {
        return row.documentSealed == null ? null : blind.of("tombstone", document(row));
    }

    private String document(RegistrationRow row) {
        return seal.open(Submissions.documentPlace(row.id), row.documentSealed);
    }

    private Set<String> documents(RegistrationRow row) {
        Set<String> found = new TreeSet<>();
        if (row.documentSealed != null) {
            found.add(document(row));
        }
        if (row.draftSealed != null) {
            found.addAll(normal(drafts.typed(row).documentNumber()));
        }
        for (EditRow edit : erasing.edits(row.id)) {
            EditRow.Content content = edits.content(edit);
            found.addAll(normal(content.before().get(ProfileField.DOCUMENT_NUMBER.key)));
            found.addAll(normal(content.after().get(ProfileField.DOCUMENT_NUMBER.key)));
        }
        return found;
    }

    private static Set<String> normal(String typed) {
        Set<String> forms = new TreeSet<>();
        Stream.of(Profile.OVERSEAS, "RESIDENT_ID")
                .map(kind -> new Identification.Claim("", kind, Objects.requireNonNullElse(typed, "")))
                .forEach(claim -> claim.document().ifPresent(forms::add));
        return forms;
    }
}
