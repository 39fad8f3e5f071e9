package cn.tuanwu.graduation;

import cn.tuanwu.access.Caller;
import cn.tuanwu.graduation.GraduateBatch.Line;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.number.MemberNumber;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.ResidentId;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the lines of one sheet: whom of the caller's subtree each is about, and what is wished for them. */
class SheetReading {
    private static final int NAMESAKES = 50;
    private static final Refusal WHO = Refusal.of("GRADUATE_UNNAMED", "请填写姓名，并填写发展团员编号或证件号码。");
    private static final Refusal NUMBER = Refusal.of("GRADUATE_NUMBER", "发展团员编号只能含半角数字、字母和横线，以年份开头；没有编号的，请填写证件号码。");
    private static final Refusal NOBODY = Refusal.of("GRADUATE_UNKNOWN", "本组织内没有姓名与编号（或证件号码）都一致的已审核团员。");
    private static final Refusal SEVERAL = Refusal.of("GRADUATE_SEVERAL", "有几名团员姓名和证件号码的可见部分相同，请填写发展团员编号或完整证件号码。");
    private static final Refusal TARGET = Refusal.of("TRANSFER_TARGET_UNKNOWN", "没有找到要转入的团组织，请填写组织编码或全称。");
    private static final Refusal TARGETS = Refusal.of("GRADUATE_TARGETS", "有几个同名的团组织，请填写组织编码。");
    private static final Refusal KIND = Refusal.of("GRADUATE_KIND", "转接类型请填写省内转接、退回原籍或转往省外。");
    private static final Refusal REASON = Refusal.of("GRADUATE_REASON", "转接原因请填写工作、学习或其他。");

    private final SheetRows rows;
    private final GraduateDesk graduates;
    private final Blind blind;
    private final String subtree;
    private final Map<String, List<Long>> targets = new HashMap<>();

    SheetReading(Caller.AtConsole caller, SheetRows rows, GraduateDesk graduates, Blind blind) {
        this.rows = rows;
        this.graduates = graduates;
        this.blind = blind;
        this.subtree = caller.organisation().path() + '%';
    }

    /** @param known whom an earlier reading found; null: nobody yet */
    Person read(Line line, Long known) {
        List<Refusal> faults = new ArrayList<>();
        Long member = known != null ? known : member(line, faults);
        Transfer.Kind kind = word(
                line.cell(GraduateColumn.KIND), Transfer.Kind.INSIDE, Transfer.Kind.values(), Transfer.Kind::label);
        Transfer.Reason reason =
                word(line.cell(GraduateColumn.REASON), null, Transfer.Reason.values(), Transfer.Reason::label);
        if (kind == null) {
            faults.add(KIND);
        }
        if (reason == null) {
            faults.add(REASON);
        }
        Wish wish = new Wish(
                kind,
                reason,
                line.cell(GraduateColumn.WORDS),
                line.cell(GraduateColumn.UNIT),
                kind == Transfer.Kind.OUTSIDE ? null : target(line, faults),
                new Transfer.Place(line.cell(GraduateColumn.PROVINCE), null, null, line.cell(GraduateColumn.PLACE)));
        return new Person(member, wish, faults);
    }

    private Long member(Line line, List<Refusal> faults) {
        Optional<String> name = PersonName.read(line.cell(GraduateColumn.NAME)).map(PersonName::normal);
        String typed = line.cell(GraduateColumn.MEMBER_NUMBER);
        // 无 or a dash is none; the column knows ascii alone.
        Optional<MemberNumber> number = MemberNumber.read(typed);
        String document = line.cell(GraduateColumn.DOCUMENT);
        if (name.isEmpty() || number.isEmpty() && document.isEmpty()) {
            faults.add(name.isEmpty() || typed.isEmpty() ? WHO : NUMBER);
            return null;
        }
        List<GraduateRow> found =
                number
                        .map(one -> rows.byNumber(subtree, one.text()))
                        .orElseGet(() -> byDocument(line, document))
                        .stream()
                        .filter(row -> new PersonName(row.name).normal().equals(name.get()))
                        .toList();
        if (found.size() != 1) {
            faults.add(found.isEmpty() ? NOBODY : SEVERAL);
            return null;
        }
        return found.get(0).id;
    }

    private List<GraduateRow> byDocument(Line line, String document) {
        if (!document.contains("*")) {
            String normal = ResidentId.read(document).map(ResidentId::number).orElse(document);
            return rows.byDocument(subtree, blind.of("document", normal));
        }
        return rows.byName(subtree, line.cell(GraduateColumn.NAME), NAMESAKES).stream()
                .filter(row -> graduates.document(row.id, row.documentSealed).equals(document))
                .toList();
    }

    private Long target(Line line, List<Refusal> faults) {
        String typed = line.cell(GraduateColumn.TARGET);
        List<Long> found = targets.computeIfAbsent(typed, rows::organisations);
        if (found.size() != 1) {
            faults.add(found.isEmpty() ? TARGET : TARGETS);
            return null;
        }
        return found.get(0);
    }

    private static <T> T word(String typed, T unsaid, T[] all, Function<T, String> label) {
        return typed.isEmpty()
                ? unsaid
                : Arrays.stream(all)
                        .filter(one -> label.apply(one).equals(typed))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Whom a line is about, and what is wished.
     *
     * @param registrationId null: that could not be read
     */
    record Person(Long registrationId, Wish wish, List<Refusal> faults) {
        @Override
        public String toString() {
            return "Person[…]";
        }
    }
}
