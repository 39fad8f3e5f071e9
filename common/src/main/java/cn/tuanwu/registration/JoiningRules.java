package cn.tuanwu.registration;

import cn.tuanwu.kernel.Settings;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The rows that say what is asked of whom (tables join_age_rule, number_rule, number_exception), read at the start. */
@Component
class JoiningRules {
    private final String home;
    private final List<AgeRow> ages;
    private final List<NumberRow> numbers;
    private final List<ExceptionRow> exceptions;

    JoiningRules(Rows rows, Environment environment) {
        Settings settings = new Settings(environment);
        this.home = settings.optional("TUANWU_PROVINCE", "44");
        if (!home.matches("[1-9][0-9]")) {
            settings.fault("TUANWU_PROVINCE must be the two digits of GB/T 2260, such as 44");
        }
        settings.refuseFaults();
        this.ages = rows.ages();
        this.numbers = rows.numbers();
        this.exceptions = rows.exceptions();
    }

    /** GB/T 2260 of the province this house serves. */
    String home() {
        return home;
    }

    AgeRow age(YearMonth joined) {
        return ages.stream()
                .filter(row -> row.isAbout(joined, home))
                .min(Comparator.comparing(row -> row.province == null))
                .orElseThrow();
    }

    NumberRow number(YearMonth joined) {
        return numbers.stream()
                .filter(row -> row.isAbout(joined, home))
                .min(Comparator.comparing(row -> row.province == null))
                .orElseThrow();
    }

    /** The old batch this number belongs to, with whatever month of joining. */
    Optional<ExceptionRow> exception(String number) {
        return exceptions.stream()
                .filter(row -> number.length() == row.length && number.startsWith(row.prefix))
                .findFirst();
    }

    static class Span {
        String joinedFrom;
        String joinedTo;
        String province;

        /** Months of four-digit years compare as text. */
        boolean isAbout(YearMonth joined, String home) {
            String month = joined.toString();
            return joinedFrom.compareTo(month) <= 0
                    && month.compareTo(joinedTo) <= 0
                    && (province == null || province.equals(home));
        }
    }

    static final class AgeRow extends Span {
        int least;
        int charter;
        int most;
    }

    static final class NumberRow extends Span {
        boolean required;
        int shortest;
        int longest;
        boolean digitsOnly;
        Integer yearFrom;
        Integer yearTo;

        boolean allowsYear(int year, YearMonth joined) {
            return yearFrom == null ? year == joined.getYear() : yearFrom <= year && year <= yearTo;
        }
    }

    static final class ExceptionRow extends Span {
        String prefix;
        int length;
    }

    @Mapper
    interface Rows {
        @Select("SELECT joined_from, joined_to, province, least, charter, most FROM join_age_rule")
        List<AgeRow> ages();

        @Select("SELECT joined_from, joined_to, province, required, shortest, longest, digits_only, year_from, year_to"
                + " FROM number_rule")
        List<NumberRow> numbers();

        @Select("SELECT prefix, length, joined_from, joined_to FROM number_exception")
        List<ExceptionRow> exceptions();
    }
}
