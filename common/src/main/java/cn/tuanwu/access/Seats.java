package cn.tuanwu.access;

import cn.tuanwu.org.OrgDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who may sit where at the console, asked anew at every request: a role that was taken gives nothing any more. */
@Service
public class Seats {
    private final OrgAccountRows accounts;
    private final RosterRows roster;
    private final OrgDesk organisations;

    Seats(OrgAccountRows accounts, RosterRows roster, OrgDesk organisations) {
        this.accounts = accounts;
        this.roster = roster;
        this.organisations = organisations;
    }

    /** Empty for an account that is locked or gone. */
    public Optional<Seat> ofAccount(long id) {
        return Optional.ofNullable(accounts.byId(id))
                .filter(row -> row.lockedAt == null)
                .flatMap(row -> organisations
                        .find(row.organisationId)
                        .map(found -> new Seat("org-account:" + id, found.shortName(), found, row.role)));
    }

    /** The person's seat for this organisation, in the role the roster gives now. */
    public Optional<Seat> ofStaff(long staffId, long organisationId) {
        return placesOf(staffId).stream()
                .filter(seat -> seat.organisation().id() == organisationId)
                .findFirst();
    }

    /** The same seat as it is today: by the same actor, for the same organisation, in the same role; empty when it is gone. */
    public Optional<Seat> again(Seat before) {
        String[] actor = before.actor().split(":");
        long id = Long.parseLong(actor[1]);
        Optional<Seat> now =
                actor[0].equals("staff") ? ofStaff(id, before.organisation().id()) : ofAccount(id);
        return now.filter(seat -> seat.actor().equals(before.actor())
                && seat.organisation().id() == before.organisation().id()
                && seat.role() == before.role());
    }

    /** Every organisation the person serves, by path. */
    public List<Seat> placesOf(long staffId) {
        return roster.placesOf(staffId).stream()
                .flatMap(row -> organisations
                        .find(row.organisationId)
                        .map(found -> new Seat("staff:" + staffId, row.name, found, row.role))
                        .stream())
                .toList();
    }
}
