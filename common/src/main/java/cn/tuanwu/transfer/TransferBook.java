package cn.tuanwu.transfer;

import cn.tuanwu.kernel.Seal;
import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.registration.EvidenceDesk;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads transfers, and keeps sealed what they say of a person. Who may read one is the caller's to know. */
@Component
public class TransferBook {
    private final TransferRows rows;
    private final NodeRows nodes;
    private final AppealRows appeals;
    private final LetterRows letters;
    private final EvidenceDesk pictures;
    private final OrgDesk organisations;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    TransferBook(
            TransferRows rows,
            NodeRows nodes,
            AppealRows appeals,
            LetterRows letters,
            EvidenceDesk pictures,
            OrgDesk organisations,
            Seal seal,
            JsonMapper json,
            Clock clock) {
        this.clock = clock;
        this.appeals = appeals;
        this.letters = letters;
        this.pictures = pictures;
        this.rows = rows;
        this.nodes = nodes;
        this.organisations = organisations;
        this.seal = seal;
        this.json = json;
    }

    /** For cards and their deciders. */
    public Optional<Transfer> find(long id) {
        return Optional.ofNullable(rows.find(id)).map(this::transfer);
    }

    List<Transfer> of(long registrationId, int most) {
        return rows.of(registrationId, most).stream().map(this::transfer).toList();
    }

    /** What the wish says of the person, sealed for that row. */
    void seal(TransferRow row, Wish wish) {
        row.wordsSealed = sealed(row.id, "words", wish.words());
        row.unitSealed = sealed(row.id, "unit", wish.unit());
        row.placeSealed = sealed(row.id, "place", wish.place() == null ? null : json.writeValueAsString(wish.place()));
    }

    byte[] sealed(long id, String words) {
        return seal.seal(appealed(id), words);
    }

    private Appeal appeal(long id) {
        AppealRow row = appeals.find(id);
        return row == null
                ? null
                : new Appeal(
                        row.state,
                        row.nodeNo,
                        row.reason,
                        organisation(row.organisationId),
                        seal.open(appealed(id), row.wordsSealed),
                        pictures.ofAppeal(id),
                        row.filedAt,
                        row.decidedAt,
                        row.decidedName,
                        row.note);
    }

    private static Seal.Place appealed(long id) {
        return new Seal.Place("transfer_appeal", "words", id);
    }

    private Letter letter(long id) {
        LetterRow row = letters.find(id);
        return row == null ? null : row.letter();
    }

    private boolean canAppeal(TransferRow row) {
        return row.state == Transfer.State.RETURNED
                && row.endedAt != null
                && row.endedAt.plus(Appeal.WITHIN).isAfter(clock.instant());
    }

    private Transfer transfer(TransferRow row) {
        Appeal appeal = appeal(row.id);
        String place = opened(row.id, "place", row.placeSealed);
        return new Transfer(
                row.id,
                row.registrationId,
                row.kind,
                row.reason,
                opened(row.id, "words", row.wordsSealed),
                opened(row.id, "unit", row.unitSealed),
                organisation(row.fromBranchId),
                organisation(row.targetId),
                place == null ? null : json.readValue(place, Transfer.Place.class),
                organisation(row.toBranchId),
                row.state,
                row.version,
                row.nodeNo,
                row.startedSide,
                row.startedName,
                row.startedAt,
                row.expiresAt,
                row.endedAt,
                row.endedName,
                row.endReason,
                nodes.of(row.id).stream().map(this::node).toList(),
                appeal,
                appeal == null && canAppeal(row),
                letter(row.id));
    }

    private Transfer.Node node(NodeRow row) {
        return new Transfer.Node(
                row.no,
                row.role,
                organisation(row.organisationId),
                row.state,
                row.openedAt,
                row.decidedAt,
                row.decidedName,
                row.note);
    }

    private Organisation organisation(Long id) {
        return id == null ? null : organisations.find(id).orElseThrow();
    }

    private byte[] sealed(long id, String column, String plain) {
        return plain == null ? null : seal.seal(place(id, column), plain);
    }

    private String opened(long id, String column, byte[] sealed) {
        return sealed == null ? null : seal.open(place(id, column), sealed);
    }

    private static Seal.Place place(long id, String column) {
        return new Seal.Place("transfer", column, id);
    }
}
