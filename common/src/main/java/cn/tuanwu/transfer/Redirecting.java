package cn.tuanwu.transfer;

import cn.tuanwu.org.Organisation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Leads an open transfer where its organisations are by now: the nodes still to come stand for whoever answers. */
@Component
class Redirecting {
    private final TransferRows rows;
    private final NodeRows nodes;
    private final TransferLines lines;
    private final Route route;
    private final ApplicationEventPublisher events;

    Redirecting(TransferRows rows, NodeRows nodes, TransferLines lines, Route route, ApplicationEventPublisher events) {
        this.rows = rows;
        this.nodes = nodes;
        this.lines = lines;
        this.route = route;
        this.events = events;
    }

    /**
     * Joins the transaction. Publishes {@link Transfer.Turned} when the node whose turn it is stands for another.
     *
     * @param target null: out of the province
     */
    void redirect(TransferRow row, Organisation from, Organisation target) {
        Long targetId = target == null ? null : target.id();
        rows.retarget(row, from.id(), targetId, target != null && target.isBranch() ? targetId : null);
        for (NodeRow node : nodes.of(row.id)) {
            Organisation now = route.at(node.role, from, target).orElse(from);
            boolean other = nodes.redirect(row.id, node.no, now.id()) == 1;
            if (other && node.state == Transfer.Turn.CURRENT) {
                events.publishEvent(new Transfer.Turned(row.id, now));
            }
        }
        lines.refresh(row.id);
    }
}
