package cn.tuanwu.api.transfer;

import cn.tuanwu.api.Sentence;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.transfer.Letter;
import cn.tuanwu.transfer.Transfer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Says in one sentence who has a transfer, and what comes next. */
final class TransferNext {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private TransferNext() {}

    static String of(Transfer transfer) {
        return switch (transfer.state()) {
            case OPEN -> open(transfer);
            case DONE -> done(transfer);
            case RETURNED ->
                turn(transfer) + "于 " + ChinaTime.minute(transfer.endedAt()) + " 退回，原因："
                        + Sentence.of(transfer.endReason()) + stays(transfer);
            case WITHDRAWN ->
                "已于 " + ChinaTime.minute(transfer.endedAt()) + " 由发起方撤回，原因：" + Sentence.of(transfer.endReason())
                        + stays(transfer);
            case EXPIRED -> "超过 30 天没有办结，已自动失效。" + stays(transfer) + "仍要转接请重新发起。";
            case STOPPED -> "已终止，原因：" + Sentence.of(transfer.endReason());
        };
    }

    private static String open(Transfer transfer) {
        String last = "；" + day(transfer.expiresAt()) + "前没有办结会自动失效。";
        return transfer.nodes().stream()
                .filter(node -> node.turn() == Transfer.Turn.CURRENT)
                .findFirst()
                .map(node ->
                        "已转到" + node.role().label() + " " + node.organisation().name() + "，等待审核"
                                + (transfer.assigns(node.no()) ? "并指定团支部" : "") + after(transfer, node) + last)
                .orElse("正在办理" + last);
    }

    private static String after(Transfer transfer, Transfer.Node current) {
        return transfer.nodes().stream()
                .filter(node -> node.no() > current.no() && node.turn() == Transfer.Turn.AHEAD)
                .findFirst()
                .map(node -> "，同意后转到" + node.role().label() + " "
                        + node.organisation().name())
                .orElse(transfer.kind() == Transfer.Kind.OUTSIDE ? "，同意后即可开具介绍信" : "，同意后即完成转接");
    }

    private static String done(Transfer transfer) {
        String at = ChinaTime.minute(transfer.endedAt());
        return transfer.kind() == Transfer.Kind.OUTSIDE
                ? "转出手续已于 " + at + " 办结，" + outside(transfer)
                : "已于 " + at + " 转入" + transfer.to().name() + "，团员编号不变，志愿书随之转接。";
    }

    private static String outside(Transfer transfer) {
        Letter letter = transfer.letter();
        if (letter != null && letter.state() == Letter.State.ARRIVED) {
            return "已于 " + ChinaTime.minute(letter.arrivedAt()) + " 确认到达，组织关系已转出本省。";
        }
        return letter != null && letter.state() == Letter.State.VOID
                ? "介绍信之后已作废。"
                : "请凭介绍信到转往的团组织报到；报到前团籍仍在" + transfer.from().name() + "。";
    }

    private static String turn(Transfer transfer) {
        return transfer.nodes().stream()
                .filter(node -> node.turn() == Transfer.Turn.RETURNED)
                .findFirst()
                .map(node -> node.role().label() + " " + node.organisation().name() + "（" + node.decidedBy() + "）")
                .orElse("审核方");
    }

    private static String stays(Transfer transfer) {
        return "团员仍在" + transfer.from().name() + "。";
    }

    private static String day(Instant time) {
        return DAY.format(time.atOffset(ChinaTime.ZONE));
    }
}
