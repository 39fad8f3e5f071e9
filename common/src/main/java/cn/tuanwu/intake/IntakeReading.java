package cn.tuanwu.intake;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.registration.Codes;
import cn.tuanwu.registration.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the lines of one sheet: words into codes, a branch's name into the branch, if it is in the caller's subtree. */
class IntakeReading {
    private final IntakeRows rows;
    private final OrgDesk organisations;
    private final Map<String, List<Codes.Code>> codes;
    private final String subtree;
    private final Map<String, List<Long>> branches = new HashMap<>();

    IntakeReading(Caller.Admin caller, IntakeRows rows, OrgDesk organisations, Codes codes) {
        this.rows = rows;
        this.organisations = organisations;
        this.codes = codes.tables();
        this.subtree = caller.organisation().path() + '%';
    }

    Person read(Intake.Line line) {
        List<String> faults = new ArrayList<>();
        Optional<Phone> phone = Phone.read(line.cell(IntakeColumn.PHONE));
        if (phone.isEmpty()) {
            faults.add("手机号码不正确，请填写 11 位手机号。");
        }
        Optional<Long> university = organisations.universities().stream()
                .filter(one -> one.name().equals(line.cell(IntakeColumn.UNIVERSITY)))
                .map(OrgDesk.University::id)
                .findFirst();
        if (university.isEmpty()) {
            faults.add("没有找到所在高校，请按“可选内容”填写全称。");
        }
        Function<IntakeColumn, String> word = column -> code(column, line, faults);
        return new Person(
                phone.orElse(null), university.orElse(null), profile(line, branch(line, faults), word), faults);
    }

    private Long branch(Intake.Line line, List<String> faults) {
        String typed = line.cell(IntakeColumn.BRANCH);
        List<Long> found = branches.computeIfAbsent(typed, name -> rows.branches(subtree, name));
        if (found.size() != 1) {
            faults.add(found.isEmpty() ? "本组织下没有这个团支部，请填写全称或支部编码。" : "有多个同名团支部，请填写支部编码。");
            return null;
        }
        return found.get(0);
    }

    /** The code of a word; a code stands for itself. What is neither is told here, and is left to the rules no more. */
    private String code(IntakeColumn column, Intake.Line line, List<String> faults) {
        String typed = line.cell(column);
        if (typed.isEmpty()) {
            return null;
        }
        Optional<String> found = codes.getOrDefault(column.codes(), List.of()).stream()
                .filter(one -> one.name().equals(typed) || one.code().equals(typed))
                .map(Codes.Code::code)
                .findFirst();
        if (found.isEmpty()) {
            faults.add(column.heading() + "“" + typed + "”不在可选内容中。");
        }
        return found.orElse(null);
    }

    private static Profile profile(Intake.Line line, Long branch, Function<IntakeColumn, String> word) {
        return new Profile(
                line.cell(IntakeColumn.NAME),
                word.apply(IntakeColumn.DOCUMENT_KIND),
                line.cell(IntakeColumn.DOCUMENT_NUMBER),
                empty(line.cell(IntakeColumn.BIRTH_DATE)),
                month(line.cell(IntakeColumn.JOIN_MONTH)),
                empty(line.cell(IntakeColumn.JOIN_AGE_NOTE)),
                branch,
                word.apply(IntakeColumn.INCOME),
                false,
                null,
                null,
                null,
                null,
                word.apply(IntakeColumn.ETHNICITY),
                word.apply(IntakeColumn.POLITICAL),
                word.apply(IntakeColumn.EDUCATION),
                word.apply(IntakeColumn.HIGHEST_EDUCATION),
                null,
                null,
                word.apply(IntakeColumn.OCCUPATION),
                empty(line.cell(IntakeColumn.UNIT)),
                empty(line.cell(IntakeColumn.EMAIL)),
                empty(line.cell(IntakeColumn.QQ)),
                null,
                null,
                empty(line.cell(IntakeColumn.MEMBER_NUMBER)),
                null,
                null);
    }

    /** 2020-05, also written 2020/5, 2020.05, 202005 or 2020年5月. */
    private static String month(String typed) {
        String plain = typed.replaceAll("[年/.]", "-").replaceAll("[月\\s]", "");
        if (plain.matches("[0-9]{6}")) {
            return plain.substring(0, 4) + '-' + plain.substring(4);
        }
        if (plain.matches("[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?")) {
            String[] parts = plain.split("-");
            return parts[0] + '-' + (parts[1].length() == 1 ? "0" : "") + parts[1];
        }
        return empty(plain);
    }

    private static String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * Who a line is about.
     *
     * @param faults what can't be read of it, in sentences
     */
    record Person(Phone phone, Long university, Profile profile, List<String> faults) {
        @Override
        public String toString() {
            return "Person[…]";
        }
    }
}
