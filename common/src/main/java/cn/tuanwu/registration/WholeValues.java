package cn.tuanwu.registration;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a registration and its changes hold, document numbers in clear: for its owner's own copy, after a proof, alone. */
@Component
class WholeValues {
    private final Drafts drafts;
    private final Differences differences;
    private final EditBook edits;
    private final ProfileWords words;
    private final Seal seal;

    WholeValues(Drafts drafts, Differences differences, EditBook edits, ProfileWords words, Seal seal) {
        this.drafts = drafts;
        this.differences = differences;
        this.edits = edits;
        this.words = words;
        this.seal = seal;
    }

    List<Field> of(RegistrationRow row) {
        Map<String, String> texts = differences.texts(profile(row), EnumSet.allOf(ProfileField.class));
        Section.Line fields = row();
        for (ProfileField field : ProfileField.values()) {
            fields.with(field.key, field.label, whole(field, texts.get(field.key)));
        }
        return fields.fields();
    }

    List<List<Field>> changes(EditRow row) {
        EditRow.Content content = edits.content(row);
        List<List<Field>> changes = new ArrayList<>();
        content.after().keySet().stream()
                .map(ProfileField::of)
                .sorted()
                .forEach(field -> changes.add(row().with("kind", "类别", row.kind.label())
                        .with("submittedAt", "提交时间", row.submittedAt)
                        .with("field", "项目", field.label)
                        .with("before", "原来", whole(field, content.before().get(field.key)))
                        .with("after", "改为", whole(field, content.after().get(field.key)))
                        .with("evidence", "说明", content.evidence())
                        .with("state", "结果", row.state)
                        .with("decidedBy", "审核人", row.decidedBy)
                        .with("decidedAt", "审核时间", row.decidedAt)
                        .with("reason", "退回原因", row.returnReason)
                        .fields()));
        return changes;
    }

    String explanation(OfflinePassRow pass) {
        return seal.open(OfflineDesk.place(pass.id), pass.explanationSealed);
    }

    private Profile profile(RegistrationRow row) {
        if (row.draftSealed != null) {
            return drafts.typed(row);
        }
        return row.documentSealed == null ? drafts.profile(row) : drafts.whole(row);
    }

    private String whole(ProfileField field, String value) {
        boolean number = field == ProfileField.DOCUMENT_NUMBER && !ProfileRules.blank(value);
        return number ? value : words.of(field, value);
    }
}
