package cn.tuanwu.transfer;

import static cn.tuanwu.trace.Section.row;

import cn.tuanwu.file.FileStore;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.trace.Attachment;
import cn.tuanwu.trace.Copying;
import cn.tuanwu.trace.Person;
import cn.tuanwu.trace.Section;
import cn.tuanwu.trace.Section.Field;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every transfer with the way it went, and what was said against one that was sent back. */
@Component
class TransferCopying implements Copying {
    private static final int MOST = 200;

    private final TransferBook book;
    private final FileStore store;

    TransferCopying(TransferBook book, FileStore store) {
        this.book = book;
        this.store = store;
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public List<Section> copy(Person person) {
        if (person.registrationId() == null) {
            return List.of();
        }
        List<Transfer> transfers = book.of(person.registrationId(), MOST);
        return List.of(
                new Section(
                        "transfers",
                        "组织关系转接",
                        transfers.stream().map(TransferCopying::transfer).toList()),
                new Section(
                        "appeals",
                        "转接申诉",
                        transfers.stream()
                                .filter(transfer -> transfer.appeal() != null)
                                .map(TransferCopying::appeal)
                                .toList()));
    }

    @Override
    public List<Attachment> files(Person person) {
        return person.registrationId() == null
                ? List.of()
                : book.of(person.registrationId(), MOST).stream()
                        .filter(transfer -> transfer.letter() != null)
                        .map(transfer -> new Attachment(
                                "转接介绍信-" + transfer.id() + ".pdf", () -> store.get("letter/" + transfer.id() + ".pdf")))
                        .toList();
    }

    private static List<Field> transfer(Transfer transfer) {
        Transfer.Place place = transfer.place();
        return row().with("kind", "类型", transfer.kind().label())
                .with("reason", "原因", transfer.reason().label())
                .with("words", "说明", transfer.words())
                .with("unit", "学习或工作单位", transfer.unit())
                .with("from", "转出", transfer.from().name())
                .with("to", "转入", name(transfer.to() == null ? transfer.target() : transfer.to()))
                .with("place", "省外去向", place == null ? null : String.join(" ", place.province(), place.name()))
                .with("startedAt", "发起时间", transfer.startedAt())
                .with("state", "状态", transfer.state().label())
                .with("endedAt", "办结时间", transfer.endedAt())
                .with("endReason", "结束说明", transfer.endReason())
                .with("way", "经过", way(transfer))
                .fields();
    }

    private static List<Field> appeal(Transfer transfer) {
        Appeal appeal = transfer.appeal();
        return row().with("transferStartedAt", "转接发起时间", transfer.startedAt())
                .with("reason", "转接退回原因", appeal.reason())
                .with("words", "申诉说明", appeal.words())
                .with("pictures", "证明照片", appeal.pictures().isEmpty() ? null : appeal.pictures())
                .with("at", "申诉时间", appeal.at())
                .with("organisation", "受理", appeal.organisation().name())
                .with("state", "结果", appeal.state().label())
                .with("decidedAt", "办结时间", appeal.decidedAt())
                .with("decidedBy", "审核人", appeal.decidedBy())
                .with("note", "审核说明", appeal.note())
                .fields();
    }

    private static String way(Transfer transfer) {
        return transfer.nodes().stream()
                .map(node ->
                        node.organisation().name() + (node.decidedBy() == null ? "" : "（" + node.decidedBy() + "）"))
                .collect(Collectors.joining(" → "));
    }

    private static String name(Organisation organisation) {
        return organisation == null ? null : organisation.name();
    }
}
