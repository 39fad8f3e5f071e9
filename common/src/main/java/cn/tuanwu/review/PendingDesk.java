package cn.tuanwu.review;

import cn.tuanwu.access.Caller;
import cn.tuanwu.access.Places;
import cn.tuanwu.access.Seat;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.RealName;
import cn.tuanwu.review.PendingRows.Filter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What waits in whole organisations, for the console and for those who may only look. Read page by page, by id. */
@Service
public class PendingDesk {
    private static final Duration DAY = Duration.ofDays(1);

    private final PendingRows rows;
    private final ReviewTasks tasks;
    private final OrgDesk organisations;
    private final Places places;
    private final Clock clock;

    PendingDesk(PendingRows rows, ReviewTasks tasks, OrgDesk organisations, Places places, Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.organisations = organisations;
        this.places = places;
        this.clock = clock;
    }

    /** The longest waiting first; nothing of an organisation outside the caller's. */
    public Page page(Caller.AtConsole caller, Wish wish, Long after, int most) {
        return filter(caller, wish)
                .map(filter -> page(rows.longestWaiting(filter, after == null ? 0 : after, most), most))
                .orElse(Page.EMPTY);
    }

    public int count(Caller.AtConsole caller, Wish wish) {
        return filter(caller, wish).map(rows::count).orElse(0);
    }

    /** Whether someone may look and nothing else, wherever they serve. */
    public boolean isLookOnly(Caller.Staff caller) {
        return places.of(caller.staffId()).stream().allMatch(place -> place.role() == Seat.Role.VIEWER);
    }

    /** What a view-only cadre may look at, newest first. */
    public Page lookedAt(Caller.Staff caller, ReviewTask.Kind kind, Long before, int most) {
        List<Long> found = new ArrayList<>();
        for (Organisation organisation : places.lookedAtBy(caller.staffId())) {
            Filter filter = new Filter(organisation.path(), kind, null, null);
            found.addAll(rows.newest(filter, before == null ? Long.MAX_VALUE : before, most));
        }
        return page(
                found.stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .limit(most)
                        .toList(),
                most);
    }

    /** How much a view-only cadre may look at, and how much of that is older than a day. */
    public Waiting waitingFor(Caller.Staff caller) {
        Instant aDayAgo = clock.instant().minus(DAY);
        int all = 0;
        int old = 0;
        for (Organisation organisation : highest(places.lookedAtBy(caller.staffId()))) {
            all += rows.count(new Filter(organisation.path(), null, null, null));
            old += rows.count(new Filter(organisation.path(), null, null, aDayAgo));
        }
        return new Waiting(all, old);
    }

    /** Without those below another of them: nothing is counted twice. */
    private static List<Organisation> highest(List<Organisation> all) {
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> other.id() != one.id() && one.isWithin(other)))
                .toList();
    }

    private Optional<Filter> filter(Caller.AtConsole caller, Wish wish) {
        Organisation root = wish.organisation() == null
                ? caller.organisation()
                : organisations
                        .find(wish.organisation())
                        .filter(found -> found.isWithin(caller.organisation()))
                        .orElse(null);
        return Optional.ofNullable(root)
                .map(organisation -> new Filter(
                        organisation.path(),
                        wish.kind(),
                        wish.realName() == null ? null : wish.realName().name(),
                        wish.waitingFor() == null ? null : clock.instant().minus(wish.waitingFor())));
    }

    private Page page(List<Long> ids, int most) {
        if (ids.isEmpty()) {
            return Page.EMPTY;
        }
        Map<Long, ReviewTaskRow> found =
                rows.all(ids).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        List<ReviewTask> page =
                tasks.all(ids.stream().map(found::get).filter(Objects::nonNull).toList());
        return new Page(page, ids.size() < most ? null : ids.get(most - 1));
    }

    /** What of it; null counts for nothing. */
    public record Wish(ReviewTask.Kind kind, RealName.State realName, Long organisation, Duration waitingFor) {
        public static final Wish ALL = new Wish(null, null, null, null);
    }

    /** @param next null when nothing comes after */
    public record Page(List<ReviewTask> tasks, Long next) {
        static final Page EMPTY = new Page(List.of(), null);
    }

    /** @param old waiting for more than a day */
    public record Waiting(int all, int old) {}
}
