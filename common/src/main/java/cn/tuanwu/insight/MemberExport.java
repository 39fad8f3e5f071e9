package cn.tuanwu.insight;

import cn.tuanwu.access.Caller;
import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Reads a whole list, some at a time, from the newest down: what came later is not in it, nobody is in it twice. */
@Service
public class MemberExport {
    private static final int AT_A_TIME = 500;
    private static final Refusal ORGANISATION_UNKNOWN = Refusal.of("ORGANISATION_UNKNOWN", "没有找到这个组织。");

    private final MemberRows rows;
    private final Searching searching;
    private final Faces faces;
    private final AuditDesk audit;

    MemberExport(MemberRows rows, Searching searching, Faces faces, AuditDesk audit) {
        this.rows = rows;
        this.searching = searching;
        this.faces = faces;
        this.audit = audit;
    }

    /** Keeps that somebody is about to export; join it with the start of the job. Refused with ORGANISATION_UNKNOWN. */
    public Outcome<Boolean> announce(Caller.Viewer caller, MemberFilter filter) {
        return announce(caller, filter, "masked");
    }

    /** As above, with the numbers in clear. */
    public Outcome<Boolean> announceInClear(Caller.Admin caller, MemberFilter filter, MemberDesk.Reason reason) {
        return announce(caller, filter, "clear " + reason);
    }

    private Outcome<Boolean> announce(Caller.AtConsole caller, MemberFilter filter, String how) {
        Optional<Found> found = searching.read(caller, filter);
        if (found.isEmpty()) {
            return Outcome.refused(ORGANISATION_UNKNOWN);
        }
        audit.append(
                caller.actor(), "members.exported", "organisation", found.get().organisation(), how);
        return Outcome.done(true);
    }

    public Reading masked(Caller.Viewer caller, MemberFilter filter) {
        return new Reading(searching.read(caller, filter).orElseThrow(), faces::masked);
    }

    public Reading inClear(Caller.Admin caller, MemberFilter filter) {
        return new Reading(searching.read(caller, filter).orElseThrow(), faces::inClear);
    }

    /** A walk down one list. */
    public final class Reading {
        private final Found found;
        private final Function<MemberRow, Member> face;
        private Long reached;

        private Reading(Found found, Function<MemberRow, Member> face) {
            this.found = found;
            this.face = face;
        }

        /** How many there are about; 0 when only the end will tell. */
        public long expected(MemberFilter filter) {
            return filter.isCounted() ? rows.counted(found.organisation(), found.state()) : 0;
        }

        /** The next ones; empty at the end. */
        public List<Member> next() {
            List<MemberRow> some = rows.down(found, reached, AT_A_TIME);
            if (!some.isEmpty()) {
                reached = some.get(some.size() - 1).id;
            }
            return some.stream().map(face).toList();
        }
    }
}
