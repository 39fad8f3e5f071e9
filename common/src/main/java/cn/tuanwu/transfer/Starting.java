package cn.tuanwu.transfer;

import cn.tuanwu.access.Roster;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Ids;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.Relocation;
import cn.tuanwu.registration.Relocation.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Starts a transfer: judged, the record held still, the nodes stored, the first one asked. */
@Component
class Starting {
    private final TransferRows rows;
    private final NodeRows nodes;
    private final TransferBook book;
    private final Route route;
    private final Course course;
    private final Appealing appealing;
    private final LetterIssuing issuing;
    private final LetterText text;
    private final TransferPushes pushes;
    private final TransferNews news;
    private final Relocation relocation;
    private final Roster roster;
    private final OrgDesk organisations;
    private final AuditDesk audit;
    private final Ids ids;
    private final Clock clock;
    private final Tx tx;

    Starting(
            TransferRows rows,
            NodeRows nodes,
            TransferBook book,
            Route route,
            Course course,
            Appealing appealing,
            LetterIssuing issuing,
            LetterText text,
            TransferPushes pushes,
            TransferNews news,
            Relocation relocation,
            Roster roster,
            OrgDesk organisations,
            AuditDesk audit,
            Ids ids,
            Clock clock,
            Tx tx) {
        this.rows = rows;
        this.nodes = nodes;
        this.book = book;
        this.route = route;
        this.course = course;
        this.appealing = appealing;
        this.issuing = issuing;
        this.text = text;
        this.pushes = pushes;
        this.news = news;
        this.relocation = relocation;
        this.roster = roster;
        this.organisations = organisations;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.tx = tx;
    }

    /** What stands in the way now; nothing is changed. */
    List<Refusal> blockers(Optional<Standing> standing, Wish wish) {
        return standing.map(found -> Stream.concat(
                                Blockers.of(
                                        found,
                                        wish,
                                        open(found.branch().id()).orElse(null),
                                        target(wish).orElse(null))
                                        .stream(),
                                text.faults(wish).stream())
                        .toList())
                .orElse(List.of(Blockers.NOT_A_MEMBER));
    }

    /** @param member asked anew each time the transaction runs */
    Outcome<Transfer> start(Starter starter, Supplier<Optional<Standing>> member, Wish wish) {
        try {
            return tx.write(() -> once(starter, member.get(), wish));
        } catch (DuplicateKeyException another) {
            return Outcome.refused(Relocation.OPEN);
        }
    }

    private Outcome<Transfer> once(Starter starter, Optional<Standing> member, Wish wish) {
        List<Refusal> blockers = blockers(member, wish);
        if (!blockers.isEmpty()) {
            return Outcome.refused(blockers);
        }
        Standing standing = member.orElseThrow();
        Organisation from = open(standing.branch().id()).orElseThrow();
        Organisation target = target(wish).orElse(null);
        if (!relocation.begin(standing, starter.name(), words(from, target))) {
            return Outcome.refused(Transfer.MOVED_ON);
        }
        // Behind the beginning, which holds the record: no appeal is filed from here on.
        if (starter.side() != Transfer.Side.MEMBER && appealing.isOpen(standing.registrationId())) {
            return Outcome.refused(Appealing.OPEN);
        }
        appealing.end(standing.registrationId(), starter.actor(), "本人重新发起了转接");
        // Who takes alone says nothing about where the member went: their letter ends when all agreed.
        if (starter.side() != Transfer.Side.IN_BRANCH) {
            issuing.annul(standing.registrationId());
        }
        TransferRow row = row(starter, standing, wish, from, target);
        rows.insert(row);
        route.of(from, target).forEach(new Listing(row, starter, from, isOwn(starter, standing))::add);
        audit.append(
                starter.actor(),
                "transfer.started",
                "transfer",
                row.id,
                wish.kind().name());
        pushes.expireLater(row.id);
        Outcome<Transfer> on = course.onward(row.id, starter.actor(), starter.name());
        if (on instanceof Outcome.Done<Transfer> done
                && starter.side() != Transfer.Side.MEMBER
                && done.value().isOpen()) {
            news.step(done.value(), Transfer.Step.STARTED);
        }
        return on;
    }

    /** Whoever serves somewhere and moves themself decides nothing about it. */
    private boolean isOwn(Starter starter, Standing standing) {
        return roster.byAccount(standing.accountId())
                .filter(person -> starter.actor().equals("staff:" + person.id()))
                .isPresent();
    }

    /** Open until the transaction ends, so that no node stands for an organisation that is going. */
    private Optional<Organisation> open(long branch) {
        return organisations.holdBranch(branch);
    }

    private Optional<Organisation> target(Wish wish) {
        return Optional.ofNullable(wish.targetId()).flatMap(organisations::hold);
    }

    static String words(Organisation from, Organisation target) {
        return from.shortName() + " → " + (target == null ? "省外" : target.shortName());
    }

    private TransferRow row(Starter starter, Standing standing, Wish wish, Organisation from, Organisation target) {
        Instant now = clock.instant();
        TransferRow row = new TransferRow();
        row.id = ids.next();
        row.registrationId = standing.registrationId();
        row.kind = wish.kind();
        row.reason = wish.reason();
        book.seal(row, wish);
        row.fromBranchId = from.id();
        row.targetId = target == null ? null : target.id();
        row.toBranchId = target != null && target.isBranch() ? target.id() : null;
        row.startedSide = starter.side();
        row.startedBy = starter.actor();
        row.startedName = starter.name();
        row.startedAt = now;
        row.expiresAt = now.plus(Transfer.OPEN_FOR);
        return row;
    }

    /** Writes the nodes down in their order. */
    private final class Listing {
        private final TransferRow transfer;
        private final Starter starter;
        private final Organisation from;
        private final boolean own;
        private int no;

        Listing(TransferRow transfer, Starter starter, Organisation from, boolean own) {
            this.transfer = transfer;
            this.starter = starter;
            this.from = from;
            this.own = own;
        }

        void add(Route.Stop stop) {
            NodeRow node = new NodeRow();
            node.transferId = transfer.id;
            node.no = ++no;
            node.role = stop.role();
            node.organisationId = stop.organisation() == null
                    ? from.id()
                    : stop.organisation().id();
            node.state = stop.organisation() == null ? Transfer.Turn.SKIPPED : Transfer.Turn.AHEAD;
            // Whoever has to name the branch is asked all the same.
            boolean names = stop.role() == Transfer.Role.IN_SUPERIOR && transfer.toBranchId == null;
            if (!own && starter.agreesAt(stop) && !names) {
                node.state = Transfer.Turn.AGREED;
                node.decidedAt = transfer.startedAt;
                node.decidedName = starter.name();
            }
            nodes.insert(node);
        }
    }
}
