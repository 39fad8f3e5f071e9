package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Blind;
import cn.tuanwu.org.Shift;
import cn.tuanwu.org.TreeDesk;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.registration.Registration;
import cn.tuanwu.transfer.PassageDesk.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps true which transfers touch an organisation and where each stands, in the transaction of whatever changes it. A line is
 * written from what is there at that moment, so telling twice changes nothing.
 */
@Component
class TransferLines {
    static final String NAME = "transfer-name";
    private static final int AT_ONCE = 200;

    private final TransferLineRows rows;
    private final Blind blind;

    TransferLines(TransferLineRows rows, Blind blind) {
        this.rows = rows;
        this.blind = blind;
    }

    /** Another name, perhaps. */
    @EventListener
    void stepped(Registration.Stepped event) {
        refresh(rows.ofMember(event.registrationId()));
    }

    /** Behind {@link TreeShifts}. */
    @EventListener
    @Order(3)
    void moved(TreeDesk.OrganisationMoved event) {
        long after = 0;
        List<Long> ids;
        do {
            ids = rows.at(event.organisation().id(), after, AT_ONCE);
            refresh(ids);
            after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
        } while (ids.size() == AT_ONCE);
    }

    /** Joins the transaction. */
    void refresh(long id) {
        refresh(List.of(id));
    }

    private void refresh(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<LineRow> now = lines(ids);
        Set<String> kept = now.stream().map(TransferLines::key).collect(Collectors.toCollection(HashSet::new));
        rows.of(ids).stream().filter(was -> !kept.contains(key(was))).forEach(rows::remove);
        rows.put(now);
    }

    private List<LineRow> lines(Collection<Long> ids) {
        List<TransferLineRows.Source> sources = rows.sources(ids);
        Map<Long, Long> turns = rows.turns(ids).stream()
                .collect(Collectors.toMap(node -> node.transferId, node -> node.organisationId));
        Map<Long, String> paths = rows
                .paths(sources.stream()
                        .flatMap(one -> Stream.of(one.fromBranchId, one.targetId, one.toBranchId, turns.get(one.id)))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .stream()
                .collect(Collectors.toMap(place -> place.id, place -> place.path));
        List<LineRow> lines = new ArrayList<>();
        for (TransferLineRows.Source source : sources) {
            lines.addAll(lines(source, turns.get(source.id), paths));
        }
        return lines;
    }

    private List<LineRow> lines(TransferLineRows.Source source, Long turn, Map<Long, String> paths) {
        Set<Long> letsGo = places(paths.get(source.fromBranchId));
        Set<Long> takes = places(paths.get(source.targetId));
        takes.addAll(places(paths.get(source.toBranchId)));
        Set<Long> turns = places(paths.get(turn));
        Set<Long> all = new TreeSet<>(letsGo);
        all.addAll(takes);
        byte[] name = blind.of(NAME, new PersonName(source.name).normal());
        return all.stream()
                .map(place -> {
                    LineRow line = new LineRow();
                    line.organisationId = place;
                    line.transferId = source.id;
                    line.direction = !takes.contains(place)
                            ? Direction.OUT
                            : letsGo.contains(place) ? Direction.WITHIN : Direction.IN;
                    line.phase = phase(source.state, place, turn, turns);
                    line.startedAt = source.startedAt;
                    line.nameBlind = name;
                    return line;
                })
                .toList();
    }

    private static LineRow.Phase phase(Transfer.State state, long place, Long turn, Set<Long> turns) {
        if (state != Transfer.State.OPEN) {
            return LineRow.Phase.valueOf(state.name());
        }
        if (turn != null && turn == place) {
            return LineRow.Phase.HERE;
        }
        return turns.contains(place) ? LineRow.Phase.BELOW : LineRow.Phase.AWAY;
    }

    private static Set<Long> places(String path) {
        return path == null ? new TreeSet<>() : Shift.lineage(path);
    }

    private static String key(LineRow line) {
        return line.organisationId + "/" + line.transferId;
    }
}
