package cn.tuanwu.registration;

import static cn.tuanwu.support.ProfileFixture.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.support.Identities;
import cn.tuanwu.support.ProfileFixture;
import cn.tuanwu.support.RoomTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

/** Each rule of the profile with its number: product §3, field research §2.1 (N…) and §2.3 (F…). */
@RoomTest
@Tag("registration")
class FieldRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    ProfileRules rules;

    @Autowired
    AgeRules ages;

    @Autowired
    NumberRules numbers;

    @Autowired
    JoiningRules.Rows tables;

    /** Break: change a row of V30, or a comparison in NumberRules or AgeRules. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"numbers", "ages", "documents", "names", "others"})
    void eachRuleHasItsReason(String rule, ProfileFixture profile, List<String> reasons) {
        assertThat(rules.faults(profile.build(), TODAY).stream().map(Refusal::code))
                .containsExactlyInAnyOrderElementsOf(reasons);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                row("§2.1 N1 twelve digits are accepted", joined("2020-05", "202044000001")),
                row("§2.1 N1 spaces between them are nothing", joined("2020-05", " 2020 44 000001 ")),
                row("§2.1 N1 N8 eleven digits are too few", joined("2020-05", "20204400001"), "MEMBER_NUMBER_LENGTH"),
                row("§2.1 N1 N8 thirteen are too many", joined("2020-05", "2020440000011"), "MEMBER_NUMBER_LENGTH"),
                row("§2.1 N8 a letter is malformed", joined("2020-05", "20204400000A"), "MEMBER_NUMBER_MALFORMED"),
                row("§2.1 N8 wide digits are malformed", joined("2020-05", "２０２０４４０００００１"), "MEMBER_NUMBER_MALFORMED"),
                row("§2.1 N2 another province is accepted", joined("2020-05", "202033000001")),
                row("§2.1 N3 from 2019 the year of joining leads", joined("2019-01", "201944000001")),
                row("§2.1 N3 2019 with the number of 2018", joined("2019-01", "201844000001"), "MEMBER_NUMBER_YEAR"),
                row("§2.1 N3 2019 with the number of 2020", joined("2019-12", "202044000001"), "MEMBER_NUMBER_YEAR"),
                row("§2.1 N4 2017 may lead a number of 2018", joined("2018-12", "201744000001")),
                row("§2.1 N4 2018 may lead a number of 2017", joined("2017-01", "201844000001")),
                row("§2.1 N4 2017 with the number of 2019", joined("2017-12", "201944000001"), "MEMBER_NUMBER_YEAR"),
                row("§2.1 N4 2017 with the number of 2016", joined("2017-01", "201644000001"), "MEMBER_NUMBER_YEAR"),
                row("§2.1 N5 2016 needs none", joined("2016-12", null)),
                row("§2.1 N5 2016 with one of its year", joined("2016-12", "201644000001")),
                row("§2.1 N6 before 2016 none is needed", joined("2015-05", null)),
                row("§2.1 N6 if given it leads with the year", joined("2015-05", "2015-GZ-071")),
                row("§2.1 N6 another year is refused", joined("2015-05", "2014-GZ-071"), "MEMBER_NUMBER_YEAR"),
                row("§2.1 N6 four characters are too few", joined("2015-05", "2015"), "MEMBER_NUMBER_LENGTH"),
                row("§2.1 N6 without a year it is malformed", joined("2015-05", "GZ-2015"), "MEMBER_NUMBER_MALFORMED"),
                row("§2.1 N7 Shandong 201516, joined 2015", joined("2015-05", "2015161234567890")),
                row("§2.1 N7 Shandong 201516, joined 2016", joined("2016-05", "2015161234567890")),
                row("§2.1 N7 201516, joined 2017", joined("2017-01", "2015161234567890"), "MEMBER_NUMBER_YEAR"),
                row("§2.1 N7 Shandong 201617, joined 2016", joined("2016-05", "2016171234567890")),
                row("§2.1 N7 Shandong 201617, joined 2017", joined("2017-05", "2016171234567890")),
                row("§2.1 N7 201617, joined 2018", joined("2018-01", "2016171234567890"), "MEMBER_NUMBER_YEAR"),
                row("§2.1 N7 fifteen of them", joined("2017-05", "201617123456789"), "MEMBER_NUMBER_LENGTH"),
                row("§2.1 N10 a booklet's eight digits", joined("2020-05", "20200001"), "MEMBER_NUMBER_BOOKLET"),
                row("§2.1 N10 nor before 2017", joined("2015-05", "20150001"), "MEMBER_NUMBER_BOOKLET"),
                row("§2.1 N12 January 2017 needs one", joined("2017-01", null), "MEMBER_NUMBER_REQUIRED"),
                row("§2.1 N12 December 2016 does not", joined("2016-12", null)),
                row("§3-7 2020 without a number", joined("2020-05", " "), "MEMBER_NUMBER_REQUIRED"));
    }

    static Stream<Arguments> ages() {
        ProfileFixture young = aProfile().bornOn(LocalDate.of(2006, 6, 30));
        return Stream.of(
                row("§2.3 F3 this month is not the future", at("2026-11", "202644000001")),
                row("§2.3 F3 next month is", at("2026-12", "202644000001"), "JOIN_MONTH_FUTURE"),
                row("§2.3 F3 no month", at(null, "202044000001"), "REQUIRED"),
                row("§2.3 F3 no such month", at("2020-13", "202044000001"), "REQUIRED"),
                row("§2.3 F4 fourteen by the month", born("2006-06-30", "2020-06")),
                row("§2.3 F5 a month less: explain", born("2006-06-30", "2020-05"), "JOIN_AGE_NOTE_REQUIRED"),
                row("§2.3 F5 explained", born("2006-06-30", "2020-05").explaining("初二提前入团，县级团委已批复")),
                row("§2.3 F5 thirteen, explained", born("2006-06-30", "2019-06").explaining("有批复")),
                row("§2.3 F5 not yet thirteen", born("2006-06-30", "2019-05").explaining("有批复"), "JOIN_TOO_YOUNG"),
                row(
                        "§2.3 F5 before 2017 twelve, explained",
                        born("2004-12-31", "2016-12").explaining("有批复")),
                row("§2.3 F5 from 2017 thirteen", born("2004-12-31", "2017-01").explaining("有批复"), "JOIN_TOO_YOUNG"),
                row("§2.3 F5 before 2017 not yet twelve", born("2005-01-01", "2016-12"), "JOIN_TOO_YOUNG"),
                row("§2.3 F5 before birth", born("2006-06-30", "2005-05"), "JOIN_TOO_YOUNG"),
                row("§3-6 under 14 today", born("2012-11-22", "2026-11"), "UNDER_14"),
                row("§3-6 14 today", born("2012-11-21", "2026-11")),
                row(
                        "§3-6 a blank explanation is none",
                        young.joined("2020-05").explaining("  "),
                        "JOIN_AGE_NOTE_REQUIRED"));
    }

    static Stream<Arguments> documents() {
        String right = "44010320050314102" + "7";
        return Stream.of(
                row(
                        "§2.3 F2 checksum X may be small",
                        aProfile()
                                .document("11010519991231002x")
                                .joined("2015-05")
                                .numbered(null),
                        "DOCUMENT_INVALID"),
                row("§2.3 F2 fifteen digits", aProfile().document("440103050314102"), "DOCUMENT_INVALID"),
                row("§2.3 F2 nineteen", aProfile().document(right + "1"), "DOCUMENT_INVALID"),
                row("§2.3 F2 no number", aProfile().document(null), "DOCUMENT_INVALID"),
                row("§2.3 F2 a wrong check digit", aProfile().document(miswritten()), "DOCUMENT_INVALID"),
                row("§2.3 F2 30 February", aProfile().document("999999200502300015"), "DOCUMENT_INVALID"),
                row("§3-6 born tomorrow", aProfile().bornOn(TODAY.plusDays(1)), "BIRTH_DATE_FUTURE", "JOIN_TOO_YOUNG"),
                row("§2.3 page 1 overseas: a typed birth date", aProfile().overseas("H12345678", "2005-03-14")),
                row("§2.3 page 1 overseas without it", aProfile().overseas("H12345678", null), "BIRTH_DATE_INVALID"),
                row("§2.3 page 1 overseas too short", aProfile().overseas("H1", "2005-03-14"), "DOCUMENT_INVALID"));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                        "李𬱖",
                        "𠮷野",
                        "𬱖·阿卜杜拉",
                        "阿依•古丽",
                        "阿依・古丽",
                        "阿依．古丽",
                        "Anna-Maria O’Neil",
                        "李〇",
                        "扎西 德吉",
                        "Łukasz")
                .flatMap(name ->
                        Stream.of(row("§2.3 F1 accepted: " + name, aProfile().named(name))))
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(),
                        accepted -> Stream.concat(
                                accepted.stream(),
                                Stream.of("张3", "张３", "张٣", "", "张", "<b>张三</b>", "张三\u0000", "😀张三")
                                        .map(name -> row(
                                                "§2.3 F1 refused: " + name.replace("\u0000", "NUL"),
                                                aProfile().named(name),
                                                "NAME_INVALID")))));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                row("§3-3 no branch", aProfile().inBranch(null), "REQUIRED"),
                row("§3-3 an ethnicity of no table", aProfile().ofEthnicity("57"), "CODE_UNKNOWN"),
                row("§3-3 no ethnicity", aProfile().ofEthnicity(null), "REQUIRED"),
                row(
                        "§3-3 a cadre says duty, since when, of what kind",
                        aProfile().asCadre(),
                        "REQUIRED",
                        "REQUIRED",
                        "MONTH_INVALID"),
                row("§3-3 an address without @", aProfile().email("nobody"), "EMAIL_INVALID"));
    }

    @Test
    @DisplayName("§2.1 N5 Xinjiang, joined 2016: a number of twelve digits and its year is needed")
    void inXinjiangTheNumberIsNeededAYearEarlier() {
        NumberRules xinjiang = new NumberRules(province("65"));
        YearMonth joined = YearMonth.of(2016, 1);
        assertThat(xinjiang.fault(null, joined)).map(Refusal::code).contains("MEMBER_NUMBER_REQUIRED");
        assertThat(xinjiang.fault("2016-65-1", joined)).map(Refusal::code).contains("MEMBER_NUMBER_MALFORMED");
        assertThat(xinjiang.fault("201665000001", joined)).isEmpty();
        assertThat(xinjiang.fault(null, YearMonth.of(2015, 12))).isEmpty();
    }

    @Test
    @DisplayName("§2.3 F4 Xinjiang: thirteen, before 2017 as well")
    void inXinjiangThirteenWasAlwaysTheFloor() {
        Profile twelve = born("2004-06-30", "2016-06").explaining("有批复").build();
        LocalDate birth = LocalDate.of(2004, 6, 30);
        assertThat(new AgeRules(province("65")).ageFault(twelve, birth))
                .map(Refusal::code)
                .contains("JOIN_TOO_YOUNG");
        assertThat(ages.ageFault(twelve, birth)).isEmpty();
    }

    @Test
    @DisplayName("§2.1 N2 another province's two digits are a caution, not a refusal")
    void anotherProvinceIsACaution() {
        assertThat(numbers.caution("202033000001")).contains(Caution.NUMBER_OTHER_PROVINCE);
        assertThat(numbers.caution("202044000001")).isEmpty();
        assertThat(numbers.caution("2015161234567890")).isEmpty();
        assertThat(numbers.caution(null)).isEmpty();
    }

    @ParameterizedTest(name = "§2.3 F5 F6 born {0}, joined {1}: {2}")
    @MethodSource("cautions")
    void theReviewerIsWarned(String born, String joined, List<Caution> cautions) {
        assertThat(ages.cautions(LocalDate.parse(born), YearMonth.parse(joined), TODAY, false))
                .isEqualTo(cautions);
    }

    static Stream<Arguments> cautions() {
        return Stream.of(
                arguments("2006-06-30", "2020-06", List.of()),
                arguments("2006-06-30", "2020-05", List.of(Caution.JOINED_UNDER_14)),
                arguments("1998-11-21", "2014-05", List.of(Caution.AGED_28)),
                arguments("1998-11-22", "2014-05", List.of()),
                arguments("1990-05-01", "2019-05", List.of(Caution.JOINED_OVER_28, Caution.AGED_28)));
    }

    @Test
    @DisplayName("§2.3 F6 someone with a duty stays after 28")
    void aCadreOf28IsNoCaution() {
        assertThat(ages.cautions(LocalDate.of(1998, 1, 1), YearMonth.of(2014, 5), TODAY, true))
                .isEmpty();
    }

    @ParameterizedTest(name = "§2.4 R13 {0} is the same name")
    @MethodSource("dots")
    void theDotsAreOneForComparison(String typed) {
        PersonName name = PersonName.read(typed).orElseThrow();
        assertThat(name.normal()).isEqualTo("阿依·古丽");
        assertThat(name.text()).isEqualTo(typed);
    }

    static Stream<String> dots() {
        return Stream.of("阿依\u00B7古丽", "阿依\u2022古丽", "阿依\u30FB古丽", "阿依\uFF0E古丽", "阿依.古丽", "阿依 · 古丽");
    }

    private JoiningRules province(String code) {
        return new JoiningRules(tables, new MockEnvironment().withProperty("TUANWU_PROVINCE", code));
    }

    private static ProfileFixture joined(String month, String number) {
        return aProfile().bornOn(LocalDate.of(2000, 1, 1)).joined(month).numbered(number);
    }

    private static ProfileFixture at(String month, String number) {
        return aProfile().joined(month).numbered(number);
    }

    private static ProfileFixture born(String birth, String joined) {
        String year = joined.substring(0, 4);
        return aProfile()
                .bornOn(LocalDate.parse(birth))
                .joined(joined)
                .numbered(Integer.parseInt(year) < 2017 ? null : year + "44000001");
    }

    private static String miswritten() {
        String right = Identities.residentId(LocalDate.of(2005, 3, 14));
        return right.substring(0, 17) + (right.charAt(17) == '1' ? '2' : '1');
    }

    private static Arguments row(String rule, ProfileFixture profile, String... reasons) {
        return arguments(rule, profile, List.of(reasons));
    }
}
