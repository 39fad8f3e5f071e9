package cn.tuanwu.ceremony;

import cn.tuanwu.ceremony.OathDesk.Count;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts ceremonies and oaths of a year. */
@Component
class OathCounting {
    private static final int CHILDREN = 500;

    private final CandidateRows members;
    private final CeremonyLineRows ceremonies;
    private final OrgDesk organisations;
    private final Clock clock;

    OathCounting(CandidateRows members, CeremonyLineRows ceremonies, OrgDesk organisations, Clock clock) {
        this.members = members;
        this.ceremonies = ceremonies;
        this.organisations = organisations;
        this.clock = clock;
    }

    OathDesk.Statistics statistics(Organisation root, int year) {
        List<Organisation> all = new ArrayList<>(List.of(root));
        all.addAll(organisations.childrenOf(root, 0, CHILDREN));
        List<Count> counts = counts(all, year);
        return new OathDesk.Statistics(year, counts.get(0), counts.subList(1, counts.size()));
    }

    List<OathDesk.Place> places(List<Organisation> roots) {
        int year = ChinaTime.date(clock.instant()).getYear();
        return counts(roots.stream().filter(Organisation::open).toList(), year).stream()
                .map(count -> new OathDesk.Place(count.organisation(), count.missing()))
                .toList();
    }

    private List<Count> counts(List<Organisation> all, int year) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<Long> ids = all.stream().map(Organisation::id).toList();
        Map<Long, HeldRow> held = ceremonies.held(ids, newYear(year), newYear(year + 1)).stream()
                .collect(Collectors.toMap(row -> row.organisationId, Function.identity()));
        List<OathCountRow> joined = members.counts(ids, Integer.toString(year));
        return all.stream()
                .map(one -> {
                    HeldRow there = held.get(one.id());
                    long missing = sum(joined, one, false);
                    return new Count(
                            one,
                            there == null ? 0 : there.ceremonies,
                            there == null ? 0 : there.oaths,
                            missing + sum(joined, one, true),
                            missing);
                })
                .toList();
    }

    private static long sum(List<OathCountRow> rows, Organisation organisation, boolean taken) {
        return rows.stream()
                .filter(row -> row.organisationId == organisation.id() && row.taken == taken)
                .mapToLong(row -> row.members)
                .sum();
    }

    private static Instant newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ChinaTime.ZONE).toInstant();
    }
}
