package cn.tuanwu.transfer;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Seal;
import cn.tuanwu.registration.Departure;
import cn.tuanwu.registration.FormBook;
import cn.tuanwu.registration.RegistrationBook;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what a letter says, as it is on the day of its issue. Joins the transaction. */
@Component
class LetterIssuing {
    /** Twelve bytes nobody guesses. */
    private static final int CODE_BYTES = 12;

    private final LetterRows rows;
    private final TransferPushes pushes;
    private final RegistrationBook book;
    private final FormBook forms;
    private final Departure departure;
    private final Seal seal;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    LetterIssuing(
            LetterRows rows,
            TransferPushes pushes,
            RegistrationBook book,
            FormBook forms,
            Departure departure,
            Seal seal,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.pushes = pushes;
        this.book = book;
        this.forms = forms;
        this.departure = departure;
        this.seal = seal;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Once for each transfer; an older letter of that member leads nowhere from now on. */
    void issue(Transfer transfer) {
        LocalDate today = ChinaTime.date(clock.instant());
        annul(transfer.registrationId());
        LetterRow row = new LetterRow();
        row.transferId = transfer.id();
        row.registrationId = transfer.registrationId();
        row.code = ids.token(CODE_BYTES);
        row.factsSealed = seal.seal(place(transfer.id()), json.writeValueAsString(facts(transfer)));
        row.issuedOn = today;
        row.untilOn = today.plusDays(Letter.DAYS);
        rows.insert(row);
        pushes.letterLater(transfer.id());
    }

    void annul(long registrationId) {
        rows.annul(registrationId);
    }

    Letter.Facts facts(LetterRow row) {
        return json.readValue(seal.open(place(row.transferId), row.factsSealed), Letter.Facts.class);
    }

    private Letter.Facts facts(Transfer transfer) {
        Departure.Standing person = departure.of(transfer.registrationId()).orElseThrow();
        RegistrationBook.Sheet sheet = book.sheet(transfer.registrationId()).orElseThrow();
        String number = forms.of(transfer.registrationId()).stream()
                .filter(field -> field.field().equals("memberNumber"))
                .map(FormBook.Field::value)
                .findFirst()
                .orElse("无");
        Transfer.Node last = transfer.nodes().get(transfer.nodes().size() - 1);
        return new Letter.Facts(
                person.name(),
                sheet.document(),
                person.birthDate() == null ? "无" : month(person.birthDate().toString()),
                month(sheet.joinMonth()),
                number == null || number.isBlank() ? "无" : number,
                transfer.from().name(),
                to(transfer.place()),
                transfer.reason().label() + (transfer.words() == null ? "" : "：" + transfer.words()),
                last.turn() == Transfer.Turn.AGREED
                        ? last.organisation().name()
                        : transfer.from().name());
    }

    private static String to(Transfer.Place place) {
        return Stream.of(place.province(), place.city(), place.county(), place.name())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** 2003年4月 of 2003-04 or 2003-04-05. */
    private static String month(String date) {
        return date == null || date.length() < 7
                ? "无"
                : date.substring(0, 4) + "年" + Integer.parseInt(date.substring(5, 7)) + "月";
    }

    private static Seal.Place place(long id) {
        return new Seal.Place("transfer_letter", "facts", id);
    }
}
