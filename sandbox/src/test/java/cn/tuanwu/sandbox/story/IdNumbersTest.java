package cn.tuanwu.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class IdNumbersTest {

    @Test
    void theCheckCharacterIsThatOfTheStandardsExample() {
        assertThat(IdNumbers.check("11010519491231002")).isEqualTo('X');
        assertThat(IdNumbers.check("44052418800101001")).isEqualTo('4');
    }

    @RepeatedTest(50)
    void aNumberHasTheBirthDateAndPassesTheStandardsSum() {
        String number = IdNumbers.bornOn(LocalDate.of(2005, 3, 9), new Random());
        assertThat(number).hasSize(18).startsWith("440106" + "20050309");
        assertThat(remainder(number)).isEqualTo(1);
        assertThat(remainder(IdNumbers.miswritten(number))).isNotEqualTo(1);
    }

    /** ISO 7064 MOD 11-2, as the standard writes it: the weight of position i from the right is 2^(i-1) mod 11. */
    private static int remainder(String number) {
        int sum = 0;
        int weight = 1;
        for (int i = 17; i >= 0; i--) {
            char digit = number.charAt(i);
            sum += (digit == 'X' ? 10 : digit - '0') * weight;
            weight = weight * 2 % 11;
        }
        return sum % 11;
    }
}
