package cn.tuanwu.capture;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Seat;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.registration.RegistrationBook.Sheet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads batches. Whose form it is, is looked up anew each time: who may not be acted for any more is not shown. */
@Component
class BatchBook {
    private static final int PHONE_END = 4;

    private final BatchRows batches;
    private final PageRows pages;
    private final RegistrationBook registrations;
    private final Places places;

    BatchBook(BatchRows batches, PageRows pages, RegistrationBook registrations, Places places) {
        this.batches = batches;
        this.pages = pages;
        this.registrations = registrations;
        this.places = places;
    }

    /** Another's batch does not exist for the caller. */
    Optional<Batch> find(Caller.Staff caller, long id) {
        return find(id).filter(batch -> batch.staffId() == caller.staffId());
    }

    Optional<Batch> find(long id) {
        return Optional.ofNullable(batches.find(id)).map(this::read);
    }

    Batch read(BatchRow row) {
        return new Batch(
                row.id,
                row.staffId,
                row.state,
                Optional.ofNullable(row.registrationId)
                        .flatMap(registration -> whose(row.staffId, registration))
                        .orElse(null),
                row.roundNo,
                row.problem,
                row.formId,
                pages.of(row.id).stream().map(PageRow::page).toList());
    }

    /** A member this person may act for at this moment. */
    Optional<Batch.Whose> whose(long staffId, long registrationId) {
        return registrations
                .sheet(registrationId)
                .filter(sheet -> sheet.state().isMember() && filesFor(staffId, sheet.branch()))
                .map(BatchBook::whose);
    }

    private boolean filesFor(long staffId, Organisation branch) {
        return places.of(staffId).stream()
                .anyMatch(place -> place.role() != Seat.Role.VIEWER && branch.isWithin(place.organisation()));
    }

    private static Batch.Whose whose(Sheet sheet) {
        String phone = sheet.phone();
        return new Batch.Whose(
                sheet.registrationId(),
                sheet.name(),
                phone.substring(Math.max(0, phone.length() - PHONE_END)),
                sheet.branch().name());
    }
}
