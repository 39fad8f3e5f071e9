package cn.tuanwu.form;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.access.Looks;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.trace.Attachment;
import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every edition of the form, who looked at it, and the papers that are in force or wait. */
@Component
class FormCopying implements Copying {
    private static final Set<Form.State> LIVE = EnumSet.of(Form.State.FORMAL, Form.State.WAITING);

    private final FormRows rows;
    private final FileStore store;
    private final Looks looks;

    FormCopying(FormRows rows, FileStore store, Looks looks) {
        this.rows = rows;
        this.store = store;
        this.looks = looks;
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public List<Section> copy(Person person) {
        List<FormRow> forms = forms(person);
        return List.of(
                new Section(
                        "forms", "入团志愿书", forms.stream().map(FormCopying::form).toList()),
                new Section(
                        "formLooks",
                        "谁看过志愿书",
                        forms.stream()
                                .flatMap(form -> looks.at("form", form.id).stream())
                                .toList()));
    }

    @Override
    public List<Attachment> files(Person person) {
        return forms(person).stream()
                .filter(form -> LIVE.contains(form.state))
                .map(form -> new Attachment("入团志愿书-第" + form.edition + "版.pdf", () -> store.get(Form.key(form.id))))
                .toList();
    }

    private List<FormRow> forms(Person person) {
        return person.registrationId() == null ? List.of() : rows.history(person.registrationId());
    }

    private static List<Field> form(FormRow form) {
        return row().with("edition", "版次", form.edition)
                .with("state", "状态", form.state.label())
                .with("pages", "页数", form.pages)
                .with("filedBy", "上传人", form.filedName)
                .with("filedAt", "上传时间", form.filedAt)
                .with("decidedBy", "审核人", form.decidedName)
                .with("decidedAt", "审核时间", form.decidedAt)
                .with("reason", "退回原因", form.reason)
                .fields();
    }
}
