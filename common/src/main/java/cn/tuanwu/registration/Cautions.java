package cn.tuanwu.registration;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.number.NumberDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what is allowed and yet worth a second look. Said of the day it is asked: people grow older. */
@Component
class Cautions {
    private final AgeRules ages;
    private final NumberRules numbers;
    private final NumberDesk ledger;
    private final Clock clock;

    Cautions(AgeRules ages, NumberRules numbers, NumberDesk ledger, Clock clock) {
        this.ages = ages;
        this.numbers = numbers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** For the reviewer of what was submitted. */
    List<Caution> of(RegistrationRow row) {
        return of(row.birthDate, YearMonth.parse(row.joinMonth), row.memberNumber, row.branchId, row.cadre);
    }

    /** For the member while filling in; says nothing about what is not filled in, or wrong. */
    List<Caution> of(Profile profile) {
        Optional<LocalDate> birth = ProfileRules.birthDate(profile);
        Optional<YearMonth> joined = ProfileRules.month(profile.joinMonth());
        return birth.isPresent() && joined.isPresent()
                ? of(birth.get(), joined.get(), profile.memberNumber(), profile.branchId(), profile.isCadre())
                : List.of();
    }

    private List<Caution> of(LocalDate birth, YearMonth joined, String number, Long branch, boolean cadre) {
        List<Caution> found = new ArrayList<>(ages.cautions(birth, joined, ChinaTime.date(clock.instant()), cadre));
        numbers.caution(number).ifPresent(found::add);
        if (!ProfileRules.blank(number) && branch != null) {
            switch (ledger.standing(number, branch)) {
                case OUTSIDE -> found.add(Caution.NUMBER_UNVERIFIED);
                case OTHERS -> found.add(Caution.NUMBER_OF_OTHERS);
                case OWN -> {}
            }
        }
        return found;
    }
}
