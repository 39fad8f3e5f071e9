package cn.tuanwu.audit;

import cn.tuanwu.kernel.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
        Long organisation = Stream.of(subjectKind + ":" + subjectId, actor)
                .map(thing -> about(thing, Whereabouts::organisationOf))
                .flatMap(Optional::stream)
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

    /** The name of an actor or a thing, "kind:id", for people; members masked. */
    public Optional<String> name(String thing) {
        return about(thing, Whereabouts::nameOf);
    }

    private <T> Optional<T> about(String thing, BiFunction<Whereabouts, Long, T> question) {
        String[] parts = thing.split(":");
        return parts.length < 2 || !parts[1].matches("[0-9]{1,18}")
                ? Optional.empty()
                : places.stream()
                        .filter(place -> place.kind().equals(parts[0]))
                        .findFirst()
                        .map(place -> question.apply(place, Long.valueOf(parts[1])));
    }
}
