package cn.tuanwu.audit;

import cn.tuanwu.kernel.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Appends audit lines. Always called inside the transaction of the deed, so neither exists without the other. */
@Service
public class AuditDesk {
    private final AuditRows rows;
    private final ObjectProvider<Whereabouts> places;
    private final Ids ids;
    private final Clock clock;

    AuditDesk(AuditRows rows, ObjectProvider<Whereabouts> places, Ids ids, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Notes the organisation of the subject as well, else that of the actor.
     *
     * @param actor kind and id ("staff:201", "account:…", "system"), never a name or number of a person
     * @param action a past participle ("registration.approved"), with its words in {@link AuditWords}
     * @param detail a code or count, or null; never personal data
     */
    public void append(String actor, String action, String subjectKind, long subjectId, String detail) {
        Map<String, Whereabouts> known =
                places.stream().collect(Collectors.toMap(Whereabouts::kind, Function.identity()));
        Long organisation = Stream.of(subjectKind + ":" + subjectId, actor)
                .map(thing -> organisation(known, thing))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        appendAt(organisation, actor, action, subjectKind, subjectId, detail);
    }

    /** As {@link #append}, where the caller knows the organisation. */
    public void appendAt(
            Long organisation, String actor, String action, String subjectKind, long subjectId, String detail) {
        rows.insert(ids.next(), clock.instant(), organisation, actor, action, subjectKind, subjectId, detail);
    }

    /** One page of lines, newest first; one more than asked for, when there are more. */
    public List<AuditLine> find(AuditWish wish, int size) {
        return rows.find(wish, size + 1);
    }

    private static Long organisation(Map<String, Whereabouts> known, String thing) {
        String[] parts = thing.split(":");
        Whereabouts place = known.get(parts[0]);
        return place == null || parts.length < 2 || !parts[1].matches("[0-9]{1,18}")
                ? null
                : place.organisationOf(Long.parseLong(parts[1]));
    }
}
