package cn.tuanwu.registration;

import cn.tuanwu.realname.RealNameDesk;
import cn.tuanwu.trace.Erasing;
import cn.tuanwu.trace.Leftovers;
import cn.tuanwu.trace.Person;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The registration with its edits, pictures, history and real-name checks. Publishes {@link Registration.Erased}. */
@Component
class RegistrationErasing implements Erasing {
    private final ErasingRows rows;
    private final RegistrationRows registrations;
    private final History history;
    private final RealNameDesk realNames;
    private final Leftovers leftovers;
    private final ApplicationEventPublisher events;

    RegistrationErasing(
            ErasingRows rows,
            RegistrationRows registrations,
            History history,
            RealNameDesk realNames,
            Leftovers leftovers,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.registrations = registrations;
        this.history = history;
        this.realNames = realNames;
        this.leftovers = leftovers;
        this.events = events;
    }

    @Override
    public Turn turn() {
        return Turn.REGISTRATION;
    }

    @Override
    public void erase(Person person) {
        Set<Long> checks = new TreeSet<>(realNames.askedBy(person.accountId()));
        rows.photosOf(person.accountId()).forEach(photo -> leftovers.drop(PhotoKeys.of(photo)));
        rows.erasePhotos(person.accountId());
        rows.eraseMessages(person.accountId());
        if (person.registrationId() != null) {
            erase(person.registrationId(), checks);
        }
        checks.stream().filter(check -> registrations.naming(check) == 0).forEach(realNames::erase);
    }

    private void erase(long registration, Set<Long> checks) {
        RegistrationRow row = registrations.find(registration);
        if (row != null && row.realnameId != null) {
            checks.add(row.realnameId);
        }
        rows.offlinePhotosOf(registration).forEach(photo -> leftovers.drop(PhotoKeys.of(photo)));
        rows.eraseOfflinePhotos(registration);
        rows.eraseOffline(registration);
        rows.eraseEdits(registration);
        rows.eraseMember(registration);
        rows.eraseRegistration(registration);
        if (row != null) {
            events.publishEvent(new Registration.Erased(registration, row.accountId));
        }
        history.forget(registration);
    }
}
