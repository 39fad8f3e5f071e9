package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.registration.FormBook;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationBook.Sheet;
import cn.tuanwu.transfer.PassageDesk.Direction;
import cn.tuanwu.transfer.PassageDesk.Filter;
import cn.tuanwu.transfer.PassageDesk.Page;
import cn.tuanwu.transfer.PassageDesk.Passage;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads lists of transfers, and shows of each what one side may see. */
@Component
class Passages {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private final PassageRows rows;
    private final TransferBook book;
    private final RegistrationBook registrations;
    private final FormBook forms;
    private final Blind blind;

    Passages(PassageRows rows, TransferBook book, RegistrationBook registrations, FormBook forms, Blind blind) {
        this.rows = rows;
        this.book = book;
        this.registrations = registrations;
        this.forms = forms;
        this.blind = blind;
    }

    /** @param roots for which the caller looks */
    Page list(List<Organisation> places, List<Organisation> roots, Filter filter, String after, int size) {
        List<LineRow> found = found(filter, range(places, filter, Cursor.read(after), size + 1));
        List<LineRow> shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                shown.stream()
                        .flatMap(line -> book.find(line.transferId).stream())
                        .map(transfer -> of(transfer, roots))
                        // Whose number it is only those learn whose member it is.
                        .filter(passage -> filter.phone() == null || passage.whole())
                        .toList(),
                found.size() > size ? Cursor.of(shown.get(size - 1)).text() : null);
    }

    private List<LineRow> found(Filter filter, PassageRows.Range range) {
        byte[] name =
                filter.name() == null ? null : blind.of(TransferLines.NAME, new PersonName(filter.name()).normal());
        if (filter.phone() != null) {
            return Phone.read(filter.phone())
                    .map(phone -> rows.called(range, blind.of("phone", phone.number()), name))
                    .orElse(List.of());
        }
        return name == null ? rows.list(range) : rows.named(range, name);
    }

    private static PassageRows.Range range(List<Organisation> places, Filter filter, Cursor cursor, int most) {
        YearMonth month = filter.month();
        return new PassageRows.Range(
                places.stream().map(Organisation::id).toList(),
                filter.direction() == null ? List.of(Direction.values()) : List.of(filter.direction()),
                filter.which().phases,
                month == null ? EARLIEST : start(month),
                month == null ? LATEST : start(month.plusMonths(1)),
                cursor.at(),
                cursor.id(),
                most);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ChinaTime.ZONE);
    }

    Passage of(Transfer transfer, List<Organisation> roots) {
        Direction direction = direction(transfer, roots);
        Optional<Sheet> sheet = registrations.sheet(transfer.registrationId());
        Optional<Sheet> whole = sheet.filter(one -> roots.stream().anyMatch(one.branch()::isWithin));
        return new Passage(
                transfer,
                direction,
                whole.isPresent(),
                forms.name(transfer.registrationId()).orElse(null),
                whole.or(() -> sheet.filter(one -> direction != Direction.OUT))
                        .map(Sheet::document)
                        .orElse(null),
                whole.map(Sheet::phone).orElse(null));
    }

    private static Direction direction(Transfer transfer, List<Organisation> roots) {
        boolean takes = Stream.of(Optional.ofNullable(transfer.target()), Optional.ofNullable(transfer.to()))
                .flatMap(Optional::stream)
                .anyMatch(one -> roots.stream().anyMatch(one::isWithin));
        boolean letsGo = roots.stream().anyMatch(transfer.from()::isWithin);
        return !takes ? Direction.OUT : letsGo ? Direction.WITHIN : Direction.IN;
    }

    /** The last one of a page. */
    record Cursor(Instant at, long id) {
        /** Later than any of ours no database counts. */
        private static final Pattern FORM = Pattern.compile("([0-9]{1,14})\\.([0-9]{1,18})");

        static Cursor of(LineRow line) {
            return new Cursor(line.startedAt, line.transferId);
        }

        static Cursor read(String text) {
            Matcher form = FORM.matcher(text == null ? "" : text);
            return form.matches()
                    ? new Cursor(Instant.ofEpochMilli(Long.parseLong(form.group(1))), Long.parseLong(form.group(2)))
                    : new Cursor(LATEST, 0);
        }

        String text() {
            return at.toEpochMilli() + "." + id;
        }
    }
}
