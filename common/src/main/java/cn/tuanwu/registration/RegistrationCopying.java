package cn.tuanwu.registration;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.access.Looks;
import cn.tuanwu.trace.Attachment;
import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The registration as it stands, every change that was asked for, the history, the pictures, who looked. */
@Component
class RegistrationCopying implements Copying {
    private final RegistrationRows registrations;
    private final ErasingRows rows;
    private final WholeValues values;
    private final SealedPictures pictures;
    private final Looks looks;

    RegistrationCopying(
            RegistrationRows registrations,
            ErasingRows rows,
            WholeValues values,
            SealedPictures pictures,
            Looks looks) {
        this.registrations = registrations;
        this.rows = rows;
        this.values = values;
        this.pictures = pictures;
        this.looks = looks;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public List<Section> copy(Person person) {
        if (person.registrationId() == null) {
            return List.of();
        }
        RegistrationRow row = registrations.find(person.registrationId());
        List<EditRow> edits = rows.edits(row.id);
        List<List<Field>> seen = new ArrayList<>(looks.at("registration", row.id));
        edits.forEach(edit -> seen.addAll(looks.at("registration-edit", edit.id)));
        return List.of(
                new Section("registration", "报到", List.of(standing(row))),
                new Section("profile", "报到资料", List.of(values.of(row))),
                new Section(
                        "changes",
                        "资料修改和更正",
                        edits.stream()
                                .flatMap(edit -> values.changes(edit).stream())
                                .toList()),
                new Section(
                        "offlinePasses",
                        "线下核验",
                        rows.passes(row.id).stream()
                                .map(pass -> row().with("by", "核验人", pass.passedName)
                                        .with("at", "时间", pass.passedAt)
                                        .with("words", "说明", values.explanation(pass))
                                        .fields())
                                .toList()),
                new Section(
                        "history",
                        "办理记录和消息",
                        rows.steps(row.id).stream()
                                .map(RegistrationCopying::step)
                                .toList()),
                new Section("looks", "谁看过或办理过", seen));
    }

    @Override
    public List<Attachment> files(Person person) {
        List<Long> offline =
                person.registrationId() == null ? List.of() : rows.offlinePhotosOf(person.registrationId());
        return Stream.concat(
                        rows.photosOf(person.accountId()).stream().map(photo -> picture("证明照片", photo)),
                        offline.stream().map(photo -> picture("线下核验照片", photo)))
                .toList();
    }

    private Attachment picture(String word, long photo) {
        return new Attachment(word + "-" + photo + ".jpg", () -> opened(photo));
    }

    private Optional<byte[]> opened(long photo) {
        return pictures.open(photo);
    }

    private List<Field> standing(RegistrationRow row) {
        return row().with("id", "报到编号", row.id)
                .with("state", "状态", row.state)
                .with("createdAt", "开始填写", rows.createdAt(row.id))
                .with("submittedAt", "提交时间", row.submittedAt)
                .with("decidedAt", "审核时间", row.decidedAt)
                .with("decidedBy", "审核人", row.decidedBy)
                .with("returnReason", "退回原因", row.returnReason)
                .with("leftAt", "离团时间", row.leftAt)
                .fields();
    }

    private static List<Field> step(History.Step step) {
        return row().with("at", "时间", step.at())
                .with("what", "事项", step.what().label())
                .with("who", "办理人", step.who() == null ? "您" : step.who())
                .with("note", "说明", step.note() == null ? "" : step.note())
                .fields();
    }
}
