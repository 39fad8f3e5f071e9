package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** All that is kept of the caller's profile, in words, for a copy to take along. Document numbers masked, as everywhere. */
@Service
public class OwnProfile {
    private final RegistrationRows rows;
    private final Drafts drafts;
    private final Differences differences;
    private final ProfileWords words;

    OwnProfile(RegistrationRows rows, Drafts drafts, Differences differences, ProfileWords words) {
        this.rows = rows;
        this.drafts = drafts;
        this.differences = differences;
        this.words = words;
    }

    /** Every field in the order of the form; empty when nothing was begun. */
    public List<Line> of(Caller.OwnAccount caller) {
        RegistrationRow row = rows.byAccount(caller.accountId());
        if (row == null) {
            return List.of();
        }
        Map<String, String> texts = differences.texts(drafts.profile(row), EnumSet.allOf(ProfileField.class));
        return Arrays.stream(ProfileField.values())
                .map(field -> new Line(field.label, words.of(field, texts.get(field.key))))
                .toList();
    }

    public record Line(String label, String value) {}
}
