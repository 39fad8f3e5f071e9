package cn.tuanwu.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a filter for one caller: where they may look, and what typed words are in the tables. */
@Component
class Searching {
    private final MemberRows rows;
    private final OrgDesk organisations;
    private final Blind blind;

    Searching(MemberRows rows, OrgDesk organisations, Blind blind) {
        this.rows = rows;
        this.organisations = organisations;
        this.blind = blind;
    }

    /** Empty when the organisation is not the caller's to see. */
    Optional<Found> read(Caller.AtConsole caller, MemberFilter filter) {
        return where(caller, filter.organisationId())
                .map(place -> new Found(
                        place.id(),
                        filter.state() == null ? null : filter.state().name(),
                        filter.realName() == null ? null : filter.realName().name(),
                        filter.education(),
                        filter.ethnicity(),
                        filter.political(),
                        filter.joinFrom(),
                        filter.joinTo(),
                        filter.submittedFrom() == null ? null : midnight(filter.submittedFrom()),
                        filter.submittedTo() == null
                                ? null
                                : midnight(filter.submittedTo().plusDays(1)),
                        filter.name() == null ? null : prefix(filter.name()),
                        ids(filter)));
    }

    private Optional<Organisation> where(Caller.AtConsole caller, Long wanted) {
        return wanted == null
                ? Optional.of(caller.organisation())
                : organisations.find(wanted).filter(there -> there.isWithin(caller.organisation()));
    }

    /** Null: not asked for; an impossible id stands for nobody. */
    private List<Long> ids(MemberFilter filter) {
        if (filter.phone() == null && filter.number() == null) {
            return null;
        }
        List<Long> found =
                new ArrayList<>(filter.phone() == null ? byNumber(filter.number()) : byPhone(filter.phone()));
        if (filter.phone() != null && filter.number() != null) {
            found.retainAll(byNumber(filter.number()));
        }
        return found.isEmpty() ? List.of(0L) : found;
    }

    private List<Long> byPhone(String typed) {
        return Phone.read(typed)
                .map(phone -> rows.byPhone(blind.of("phone", phone.number())))
                .orElse(List.of());
    }

    private List<Long> byNumber(String typed) {
        String number = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        String asMemberNumber = number.matches("[0-9A-Z-]{1,16}") ? number : "";
        return rows.byNumber(blind.of("document", number), asMemberNumber);
    }

    private static String prefix(String typed) {
        String normal = new PersonName(typed.strip()).normal();
        return normal.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ChinaTime.ZONE).toInstant();
    }
}
