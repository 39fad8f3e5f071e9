package cn.tuanwu.capture;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.access.Roster;
import cn.tuanwu.file.FileStore;
import cn.tuanwu.trace.Attachment;
import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pages an operator photographed of somebody's form and has not filed: what was filed is the form's. */
@Component
class CaptureCopying implements Copying {
    private final BatchRows batches;
    private final PageRows pages;
    private final Roster roster;
    private final FileStore store;

    CaptureCopying(BatchRows batches, PageRows pages, Roster roster, FileStore store) {
        this.batches = batches;
        this.pages = pages;
        this.roster = roster;
        this.store = store;
    }

    @Override
    public int place() {
        return 65;
    }

    @Override
    public List<Section> copy(Person person) {
        return List.of(new Section(
                "capturedPages",
                "拍照收集、尚未提交的志愿书页",
                unfiled(person).stream()
                        .flatMap(batch -> pages.of(batch.id).stream().map(page -> fields(batch, page)))
                        .toList()));
    }

    /** Until it is being filed the operator may have picked the wrong member: then the paper is somebody else's. */
    @Override
    public List<Attachment> files(Person person) {
        return unfiled(person).stream()
                .filter(batch -> batch.state == Batch.State.FILING)
                .flatMap(batch -> pages.of(batch.id).stream())
                .filter(page -> page.state == Batch.PageState.READY)
                .map(page -> new Attachment("志愿书照片-" + page.id + ".jpg", () -> store.get(page.key())))
                .toList();
    }

    private List<BatchRow> unfiled(Person person) {
        return person.registrationId() == null ? List.of() : batches.unfiledOf(person.registrationId());
    }

    private List<Field> fields(BatchRow batch, PageRow page) {
        return row().with("page", "照片编号", page.id)
                .with(
                        "by",
                        "拍摄人",
                        roster.byId(batch.staffId).map(Roster.Person::name).orElse(null))
                .with("at", "拍摄时间", page.sentAt)
                .with("state", "状态", words(page.state))
                .with("problem", "问题", page.problem)
                .fields();
    }

    private static String words(Batch.PageState state) {
        return switch (state) {
            case WAITING -> "等待取回";
            case READY -> "待提交";
            case REFUSED -> "需重拍";
            case LOST -> "已失效";
            case GONE -> "已删除";
        };
    }
}
