package cn.tuanwu.registration;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.ResidentId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges a profile for submission (product §3). All faults are told at once, each beside its field. */
@Component
class ProfileRules {
    private final Codes codes;
    private final Regions regions;
    private final AgeRules ages;
    private final NumberRules numbers;

    ProfileRules(Codes codes, Regions regions, AgeRules ages, NumberRules numbers) {
        this.codes = codes;
        this.regions = regions;
        this.ages = ages;
        this.numbers = numbers;
    }

    List<Refusal> faults(Profile profile, LocalDate today) {
        List<Refusal> faults = new ArrayList<>();
        if (PersonName.read(profile.name()).isEmpty()) {
            faults.add(Refusal.at("name", "NAME_INVALID", "请填写真实姓名：2 至 50 个字，不能含数字。"));
        }
        documentFaults(profile, today, faults);
        if (profile.branchId() == null) {
            faults.add(Refusal.at("branchId", "REQUIRED", "请选择所在团支部。"));
        }
        joiningFaults(profile, today, faults);
        numbers.fault(profile, today).ifPresent(faults::add);
        codedFaults(profile, faults);
        cadreFaults(profile, today, faults);
        TextRules.check(profile, today, faults);
        return faults;
    }

    /** The birth date: inside a resident ID, typed for an overseas document. */
    static Optional<LocalDate> birthDate(Profile profile) {
        if (!profile.isOverseas()) {
            return ResidentId.read(profile.documentNumber()).map(ResidentId::birthDate);
        }
        try {
            return Optional.ofNullable(profile.birthDate()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<YearMonth> month(String typed) {
        try {
            return Optional.ofNullable(typed).filter(text -> text.length() == 7).map(YearMonth::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void documentFaults(Profile profile, LocalDate today, List<Refusal> faults) {
        String kind = profile.documentKind();
        if (!Profile.RESIDENT_ID.equals(kind) && !Profile.OVERSEAS.equals(kind)) {
            faults.add(Refusal.at("documentKind", "REQUIRED", "请选择证件类型。"));
            return;
        }
        if (!profile.isOverseas() && ResidentId.read(profile.documentNumber()).isEmpty()) {
            faults.add(Refusal.at("documentNumber", "DOCUMENT_INVALID", "身份证号码不正确，请对照证件核对 18 位号码。"));
            return;
        }
        if (profile.isOverseas() && !OverseasDocument.isPlausible(profile.documentNumber())) {
            faults.add(Refusal.at("documentNumber", "DOCUMENT_INVALID", "请按证件填写号码：5 至 20 位字母或数字。"));
        }
        ageFaults(profile, today, faults);
    }

    private static void ageFaults(Profile profile, LocalDate today, List<Refusal> faults) {
        String field = profile.isOverseas() ? "birthDate" : "documentNumber";
        Optional<LocalDate> birth = birthDate(profile);
        if (birth.isEmpty()) {
            faults.add(Refusal.at(field, "BIRTH_DATE_INVALID", "请填写出生日期。"));
        } else if (birth.get().isAfter(today)) {
            faults.add(Refusal.at(field, "BIRTH_DATE_FUTURE", "证件中的出生日期晚于今天，请核对号码。"));
        } else if (birth.get().plusYears(AgeRules.CHARTER_AGE).isAfter(today)) {
            faults.add(Refusal.at(field, "UNDER_14", "未满 14 周岁，暂不能报到。"));
        } else if (birth.get().isBefore(LocalDate.of(1900, 1, 1))) {
            faults.add(Refusal.at(field, "BIRTH_DATE_INVALID", "证件中的出生日期不正确，请核对号码。"));
        }
    }

    private void joiningFaults(Profile profile, LocalDate today, List<Refusal> faults) {
        List<Refusal> month = ages.monthFaults(profile, today);
        faults.addAll(month);
        if (month.isEmpty()) {
            birthDate(profile).flatMap(birth -> ages.ageFault(profile, birth)).ifPresent(faults::add);
        }
    }

    private void codedFaults(Profile profile, List<Refusal> faults) {
        required(faults, "ethnicity", "ethnicity", profile.ethnicity(), "请选择民族。");
        required(faults, "politicalStatus", "politicalStatus", profile.politicalStatus(), "请选择政治面貌。");
        required(faults, "fullTimeEducation", "education", profile.fullTimeEducation(), "请选择全日制学历。");
        required(faults, "occupation", "occupation", profile.occupation(), "请选择职业。");
        optional(faults, "income", "income", profile.income(), "请选择收入档。");
        optional(faults, "highestEducation", "education", profile.highestEducation(), "请选择最高学历。");
        if (regions.isUnknownCode(profile.household())) {
            faults.add(Refusal.at("household", "CODE_UNKNOWN", "没有找到这个户籍地，请重新选择。"));
        }
    }

    private void cadreFaults(Profile profile, LocalDate today, List<Refusal> faults) {
        if (!profile.isCadre()) {
            return;
        }
        required(faults, "duty", "duty", profile.duty(), "请选择团内职务。");
        required(faults, "dutyKind", "dutyKind", profile.dutyKind(), "请选择专职、兼职或挂职。");
        Optional<YearMonth> since = month(profile.dutySince());
        if (since.isEmpty() || since.get().isAfter(YearMonth.from(today))) {
            faults.add(Refusal.at("dutySince", "MONTH_INVALID", "请选择任职年月，不能晚于本月。"));
        }
    }

    private void required(List<Refusal> faults, String field, String table, String code, String text) {
        if (blank(code)) {
            faults.add(Refusal.at(field, "REQUIRED", text));
        } else {
            optional(faults, field, table, code, text);
        }
    }

    private void optional(List<Refusal> faults, String field, String table, String code, String text) {
        if (!blank(code) && !codes.knows(table, code)) {
            faults.add(Refusal.at(field, "CODE_UNKNOWN", text));
        }
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
