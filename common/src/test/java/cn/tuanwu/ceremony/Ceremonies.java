package cn.tuanwu.ceremony;

import static cn.tuanwu.support.People.value;

import cn.tuanwu.access.Caller;
import cn.tuanwu.support.People;
import cn.tuanwu.support.Photos;
import java.time.Instant;
import java.util.List;

/** Ceremonies as they are held, and prose to spoil them. */
record Ceremonies(Wish wish) {
    static final Instant MAY = Instant.parse("2021-05-04T07:30:00Z");

    static Ceremonies of(List<Long> members, List<Long> photos) {
        return new Ceremonies(new Wish(
                People.MATHS_2301,
                MAY,
                "学术报告厅",
                "青春心向党",
                "王主持",
                "李领誓",
                null,
                40,
                List.of(Ceremony.Item.SONG, Ceremony.Item.OATH, Ceremony.Item.ANTHEM),
                null,
                members,
                photos));
    }

    static long photo(PictureDesk pictures, Caller.Staff caller) {
        return value(pictures.add(caller, value(pictures.look(Photos.taken(400, 300, 1)))));
    }

    Wish heldBy(Long organisation) {
        return with(organisation, wish.heldAt(), wish.theme(), wish.attendance(), wish.registrations(), wish.photos());
    }

    Wish heldAt(Instant at) {
        return with(wish.organisation(), at, wish.theme(), wish.attendance(), wish.registrations(), wish.photos());
    }

    Wish themed(String theme) {
        return with(wish.organisation(), wish.heldAt(), theme, wish.attendance(), wish.registrations(), wish.photos());
    }

    Wish attendedBy(Integer attendance) {
        return with(wish.organisation(), wish.heldAt(), wish.theme(), attendance, wish.registrations(), wish.photos());
    }

    private Wish with(
            Long organisation, Instant at, String theme, Integer attendance, List<Long> members, List<Long> photos) {
        return new Wish(
                organisation,
                at,
                wish.place(),
                theme,
                wish.host(),
                wish.oathLeader(),
                wish.superior(),
                attendance,
                wish.programme(),
                wish.note(),
                members,
                photos);
    }
}
