package cn.tuanwu.api.transfer;

import cn.tuanwu.org.Organisation;
import cn.tuanwu.transfer.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A transfer as pages show it: to the member, and to the organisations it passes through.
 *
 * @param reasonLabel the reason for people, without its words
 * @param target null out of the province
 * @param place null inside the province
 * @param to the branch that takes the member; null while it is not certain
 * @param label the state for people
 * @param endWords why it ended before it was done; null else
 * @param next who has it, what comes next
 * @param appeal null while there is none
 * @param letter null where there is none
 */
public record TransferView(
        String id,
        Transfer.Kind kind,
        String kindLabel,
        Transfer.Reason reason,
        String reasonLabel,
        String words,
        String unit,
        Named from,
        Named target,
        Transfer.Place place,
        Named to,
        Transfer.State state,
        String label,
        boolean canWithdraw,
        boolean canAppeal,
        Instant startedAt,
        Started started,
        Instant expiresAt,
        Instant endedAt,
        String endedBy,
        String endWords,
        List<Node> nodes,
        String next,
        Appeal appeal,
        Letter letter) {

    /** For the member whose transfer it is. */
    public static TransferView forMember(Transfer transfer) {
        return of(
                transfer,
                transfer.isOpen() && transfer.startedSide() == Transfer.Side.MEMBER,
                transfer.canAppeal(),
                true,
                "/api/me");
    }

    /**
     * For an organisation it passes through.
     *
     * @param started whether the caller speaks for the side that started it, and so may take it back
     * @param whole whether the member is the caller's now: else neither the unit nor an appeal
     */
    public static TransferView forOrganisation(Transfer transfer, boolean started, boolean whole) {
        return of(transfer, transfer.isOpen() && started, false, whole, "/api/console");
    }

    private static TransferView of(
            Transfer transfer, boolean canWithdraw, boolean canAppeal, boolean whole, String door) {
        return new TransferView(
                Long.toString(transfer.id()),
                transfer.kind(),
                transfer.kind().label(),
                transfer.reason(),
                transfer.reason().label(),
                transfer.words(),
                whole ? transfer.unit() : null,
                Named.of(transfer.from()),
                Named.of(transfer.target()),
                transfer.place(),
                Named.of(transfer.to()),
                transfer.state(),
                transfer.state().label(),
                canWithdraw,
                canAppeal,
                transfer.startedAt(),
                new Started(transfer.startedSide(), starter(transfer)),
                transfer.expiresAt(),
                transfer.endedAt(),
                transfer.endedBy(),
                transfer.endReason(),
                transfer.nodes().stream().map(node -> Node.of(transfer, node)).toList(),
                TransferNext.of(transfer),
                whole ? Appeal.of(transfer.appeal()) : null,
                Letter.of(transfer, door));
    }

    private static String starter(Transfer transfer) {
        return Optional.ofNullable(transfer.startedBy()).orElse("本人");
    }

    public record Named(String id, String name) {
        static Named of(Organisation organisation) {
            return organisation == null ? null : new Named(Long.toString(organisation.id()), organisation.name());
        }
    }

    /** @param name 本人 when it was the member */
    public record Started(Transfer.Side side, String name) {}

    /**
     * @param label the role for people
     * @param assigns whether it names the branch that takes the member
     */
    public record Node(
            int no,
            Transfer.Role role,
            String label,
            Named organisation,
            Transfer.Turn state,
            boolean assigns,
            Instant openedAt,
            Instant decidedAt,
            String decidedBy,
            String note) {

        static Node of(Transfer transfer, Transfer.Node node) {
            return new Node(
                    node.no(),
                    node.role(),
                    node.role().label(),
                    Named.of(node.organisation()),
                    node.turn(),
                    transfer.assigns(node.no()),
                    node.openedAt(),
                    node.decidedAt(),
                    node.decidedBy(),
                    node.note());
        }
    }

    /**
     * What the member said to a return.
     *
     * @param pictures ids
     * @param note what the superior said, null while it did not decide
     */
    public record Appeal(
            String state,
            String label,
            String words,
            List<String> pictures,
            Instant at,
            Instant decidedAt,
            String decidedBy,
            String note) {

        static Appeal of(cn.tuanwu.transfer.Appeal appeal) {
            return appeal == null
                    ? null
                    : new Appeal(
                            appeal.state().name(),
                            appeal.state().label(),
                            appeal.words(),
                            appeal.pictures().stream().map(String::valueOf).toList(),
                            appeal.at(),
                            appeal.decidedAt(),
                            appeal.decidedBy(),
                            appeal.note());
        }
    }

    /** The letter with which the member reports out of the province. */
    public record Letter(
            String name,
            String url,
            String number,
            cn.tuanwu.transfer.Letter.State state,
            String label,
            LocalDate issuedOn,
            LocalDate until,
            Instant arrivedAt) {

        static Letter of(Transfer transfer, String door) {
            cn.tuanwu.transfer.Letter letter = transfer.letter();
            return letter == null
                    ? null
                    : new Letter(
                            "转接介绍信",
                            door + "/transfers/" + transfer.id() + "/letter.pdf",
                            letter.number(),
                            letter.state(),
                            letter.state().label(),
                            letter.issuedOn(),
                            letter.until(),
                            letter.arrivedAt());
        }
    }
}
