package cn.tuanwu.form;

import cn.tuanwu.access.Caller;
import cn.tuanwu.form.MissingDesk.Choice;
import cn.tuanwu.kernel.Blind;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Offers members to choose from on the phone, in the organisations somebody files for. */
@Component
class Choosing {
    private static final LocalDate EVER = LocalDate.of(1000, 1, 1);

    private final MissingRows rows;
    private final Lacking lacking;
    private final Reaches reaches;
    private final OrgDesk organisations;
    private final Blind blind;

    Choosing(MissingRows rows, Lacking lacking, Reaches reaches, OrgDesk organisations, Blind blind) {
        this.rows = rows;
        this.lacking = lacking;
        this.reaches = reaches;
        this.organisations = organisations;
        this.blind = blind;
    }

    /** Whoever serves a committee and a branch below it meets each member once. */
    List<Choice> among(Caller.Staff caller, String query, int most) {
        Map<Long, MissingRow> found = new LinkedHashMap<>();
        for (Organisation root : reaches.filing(caller).roots()) {
            read(root, query, most).forEach(row -> found.putIfAbsent(row.registrationId, row));
        }
        List<MissingRow> rows = new ArrayList<>(found.values());
        rows.sort(Comparator.comparing((MissingRow row) -> row.state)
                .thenComparing(row -> row.due)
                .thenComparing(row -> row.registrationId));
        return rows.stream().limit(most).map(this::choice).toList();
    }

    private List<MissingRow> read(Organisation root, String query, int most) {
        if (query == null || query.isBlank()) {
            return rows.list(new MissingRows.Range(
                    root.id(), LineRow.Standing.MISSING, EVER, FormLines.NEVER, null, EVER, 0, most));
        }
        Optional<Phone> phone = Phone.read(query);
        if (phone.isEmpty()) {
            return rows.search(root.id(), NameStart.of(query), null, most);
        }
        Long account = rows.account(blind.of("phone", phone.get().number()));
        return account == null ? List.of() : rows.search(root.id(), null, account, most);
    }

    private Choice choice(MissingRow row) {
        return new Choice(
                row.registrationId,
                new PersonName(row.name).masked(),
                lacking.phone(row).number().substring(7),
                organisations.find(row.branchId).orElseThrow(),
                Lacking.due(row),
                row.state == LineRow.Standing.MISSING);
    }
}
