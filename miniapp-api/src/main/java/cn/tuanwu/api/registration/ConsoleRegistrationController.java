package cn.tuanwu.api.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.registration.RegistrationBook;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registrations of a committee's branches; name, phone and document masked. */
@RestController
class ConsoleRegistrationController {
    private final RegistrationBook book;

    ConsoleRegistrationController(RegistrationBook book) {
        this.book = book;
    }

    @GetMapping("/api/console/registrations")
    Items list(Caller.Viewer caller) {
        return new Items(book.list(caller).stream().map(Line::of).toList());
    }

    record Items(List<Line> items) {}

    record Branch(String id, String name) {}

    record Line(
            String id,
            String name,
            String phone,
            String documentNumber,
            Branch branch,
            Registration.State state,
            RealNameView realName,
            Instant submittedAt) {

        static Line of(RegistrationBook.Sheet sheet) {
            return new Line(
                    Long.toString(sheet.registrationId()),
                    sheet.name(),
                    sheet.phone(),
                    sheet.document(),
                    new Branch(
                            Long.toString(sheet.branch().id()), sheet.branch().name()),
                    sheet.state(),
                    RealNameView.of(sheet.realName()),
                    sheet.submittedAt());
        }
    }
}
