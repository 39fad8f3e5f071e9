package cn.tuanwu.api.ceremony;

import cn.tuanwu.ceremony.Ceremony;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.List;

/** A record as a page shows it. */
record CeremonyView(
        String id,
        Place organisation,
        Instant heldAt,
        String place,
        String theme,
        String host,
        String oathLeader,
        String superior,
        int attendance,
        List<Ceremony.Item> programme,
        String note,
        String recordedBy,
        Instant recordedAt,
        int version,
        int oaths) {

    static CeremonyView of(Ceremony ceremony) {
        return new CeremonyView(
                Long.toString(ceremony.id()),
                Place.of(ceremony.organisation()),
                ceremony.heldAt(),
                ceremony.place(),
                ceremony.theme(),
                ceremony.host(),
                ceremony.oathLeader(),
                ceremony.superior(),
                ceremony.attendance(),
                ceremony.programme(),
                ceremony.note(),
                ceremony.recordedBy(),
                ceremony.recordedAt(),
                ceremony.version(),
                ceremony.oaths());
    }

    record Place(String id, String name) {
        static Place of(Organisation organisation) {
            return organisation == null ? null : new Place(Long.toString(organisation.id()), organisation.name());
        }
    }

    record Sworn(String registrationId, String name, String phone, Place branch, String joinMonth) {
        private static Sworn of(Ceremony.Sworn one) {
            return new Sworn(
                    Long.toString(one.registrationId()),
                    one.name(),
                    one.phone(),
                    Place.of(one.branch()),
                    one.joinMonth());
        }
    }

    record Opened(
            CeremonyView ceremony,
            List<Sworn> members,
            List<String> photos,
            List<Ceremony.Step> history,
            boolean mayChange) {
        static Opened of(Ceremony.Details details) {
            return new Opened(
                    CeremonyView.of(details.ceremony()),
                    details.members().stream().map(Sworn::of).toList(),
                    details.photos().stream().map(String::valueOf).toList(),
                    details.history(),
                    details.mayChange());
        }
    }

    /** @param next null when nothing comes after */
    record Page(List<CeremonyView> items, String next) {
        static Page of(Ceremony.Page page) {
            return new Page(page.items().stream().map(CeremonyView::of).toList(), page.next());
        }
    }
}
