package cn.tuanwu.realname;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.support.Identities;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResidentIdTest {

    @Test
    void theNumberOfTheStandardIsRight() {
        // The worked example of GB 11643-1999.
        assertThat(ResidentId.read("11010519491231002X")).isPresent();
        assertThat(ResidentId.read("110105 19491231 002x")).get().satisfies(id -> {
            assertThat(id.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
            assertThat(id.gender()).isEqualTo('2');
            assertThat(id).hasToString("110***********002X");
        });
    }

    @Test
    void wrongLengthLettersAndImpossibleDatesAreRefused() {
        assertThat(ResidentId.read(null)).isEmpty();
        assertThat(ResidentId.read("")).isEmpty();
        assertThat(ResidentId.read("11010519491231002")).isEmpty();
        assertThat(ResidentId.read("1101051949123100２X")).isEmpty();
        assertThat(ResidentId.read("110105194913310025")).isEmpty();
    }

    @Property(tries = 300)
    void changingAnyOneDigitIsNoticed(
            @ForAll("births") LocalDate birth,
            @ForAll @IntRange(max = 16) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String right = Identities.residentId(birth);
        char changed = (char) ('0' + (right.charAt(at) - '0' + by) % 10);
        assertThat(ResidentId.read(right)).isPresent();
        assertThat(ResidentId.read(right.substring(0, at) + changed + right.substring(at + 1)))
                .isEmpty();
    }

    @Provide
    Arbitrary<LocalDate> births() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1950, 1, 1).toEpochDay(),
                        LocalDate.of(2012, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Test
    void namesMayBeRareAndDottedButHoldNoDigits() {
        assertThat(PersonName.read("𠮷野")).isPresent();
        assertThat(PersonName.read("李𬱖")).get().hasToString("李*");
        assertThat(PersonName.read("阿卜杜拉·买买提")).isPresent();
        assertThat(PersonName.read("Anna-Maria O'Neil")).isPresent();
        assertThat(PersonName.read("张3")).isEmpty();
        assertThat(PersonName.read("张１")).isEmpty();
        assertThat(PersonName.read("张<b>")).isEmpty();
        assertThat(PersonName.read("张")).isEmpty();
    }

    @Test
    void theDotVariantsAreOneNameForComparisonAndStayAsTyped() {
        String[] typed = {"阿依·古丽", "阿依•古丽", "阿依・古丽", "阿依．古丽"};
        for (String name : typed) {
            PersonName read = PersonName.read(name).orElseThrow();
            assertThat(read.text()).isEqualTo(name);
            assertThat(read.normal()).isEqualTo("阿依·古丽");
        }
    }
}
