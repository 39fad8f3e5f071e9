package cn.tuanwu.ceremony;

import cn.tuanwu.kernel.ChinaTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a change changes, in the words of people. Of members only how many. */
final class CeremonyDifferences {

    private CeremonyDifferences() {}

    static List<Ceremony.Change> between(CeremonyRow old, List<Long> members, List<Long> photos, Wish wish) {
        List<Ceremony.Change> changes = new ArrayList<>();
        add(changes, "heldAt", time(old.heldAt), time(wish.heldAt()));
        add(changes, "place", old.place, wish.place());
        add(changes, "theme", old.theme, wish.theme());
        add(changes, "host", old.host, wish.host());
        add(changes, "oathLeader", old.oathLeader, wish.oathLeader());
        add(changes, "superior", old.superior, wish.superior());
        add(changes, "attendance", old.attendance + " 人", wish.attendance() + " 人");
        add(changes, "programme", words(old.items()), words(wish.programme()));
        add(changes, "note", old.note, wish.note());
        addCounted(changes, "members", members, wish.registrations(), " 人");
        addCounted(changes, "photos", photos, wish.photos(), " 张");
        return changes;
    }

    private static void add(List<Ceremony.Change> changes, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Ceremony.Change(field, before, after));
        }
    }

    private static void addCounted(
            List<Ceremony.Change> changes, String field, List<Long> before, List<Long> after, String unit) {
        long added = without(after, before);
        long removed = without(before, after);
        String how = added + removed == 0 ? "（顺序）" : "（新增 " + added + "，移除 " + removed + "）";
        if (!before.equals(after)) {
            changes.add(new Ceremony.Change(field, before.size() + unit, after.size() + unit + how));
        }
    }

    private static long without(Collection<Long> these, Collection<Long> those) {
        return these.stream().filter(one -> !those.contains(one)).count();
    }

    private static String time(Instant at) {
        return ChinaTime.minute(at);
    }

    private static String words(List<Ceremony.Item> items) {
        return items.stream().map(Ceremony.Item::label).collect(Collectors.joining("、"));
    }
}
