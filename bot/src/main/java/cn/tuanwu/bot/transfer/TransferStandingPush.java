package cn.tuanwu.bot.transfer;

import cn.tuanwu.bot.push.PushHandler;
import cn.tuanwu.bot.review.Colleague;
import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.push.Claimed;
import cn.tuanwu.push.Next;
import cn.tuanwu.push.PushKind;
import cn.tuanwu.registration.RegistrationBook;
import cn.tuanwu.transfer.Letter;
import cn.tuanwu.transfer.Transfer;
import cn.tuanwu.transfer.TransferBook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells an operator how a transfer stands: that it is over, has days left, or that nobody arrived. The name is masked. */
@Component
class TransferStandingPush implements PushHandler {
    private final TransferBook transfers;
    private final RegistrationBook book;
    private final Colleague colleague;

    TransferStandingPush(TransferBook transfers, RegistrationBook book, Colleague colleague) {
        this.transfers = transfers;
        this.book = book;
        this.colleague = colleague;
    }

    @Override
    public PushKind kind() {
        return PushKind.TRANSFER_STANDING;
    }

    @Override
    public Next send(Claimed push) {
        Optional<Transfer> transfer = transfers.find(push.subject());
        return transfer.isEmpty()
                ? Next.skip("it was erased")
                : colleague.tell(push, Long.parseLong(push.receiver()), () -> words(transfer.get()));
    }

    private String words(Transfer transfer) {
        String name = book.sheet(transfer.registrationId())
                .map(RegistrationBook.Sheet::name)
                .orElse("（账号已注销）");
        String goal = transfer.to() != null
                ? transfer.to().name()
                : transfer.target() == null ? "省外" : transfer.target().name();
        return "【组织关系转接】团员 " + name + "（" + transfer.from().name() + " → " + goal + "）的转接" + standing(transfer);
    }

    private static String standing(Transfer transfer) {
        return switch (transfer.state()) {
            case OPEN ->
                "将于 " + ChinaTime.minute(transfer.expiresAt()) + " 失效，现在由 "
                        + transfer.current().organisation().name() + " 审核，请尽快办理。";
            case DONE -> done(transfer.letter());
            case RETURNED -> "已由 " + transfer.endedBy() + " 退回，原因：" + transfer.endReason() + "。";
            case EXPIRED -> "超过 30 天未办结，已失效；仍要转接请重新发起。";
            case WITHDRAWN, STOPPED -> transfer.state().label() + "，原因：" + transfer.endReason() + "。";
        };
    }

    private static String done(Letter letter) {
        if (letter == null) {
            return "已完成。";
        }
        return switch (letter.state()) {
            case ISSUED -> "手续已办结，介绍信 " + letter.number() + " 有效期至 " + letter.until() + "；团员到达前仍由原团支部管理，到达后请在电脑端确认。";
            case ARRIVED -> "已完成，团员已到达省外团组织。";
            case VOID -> "已办结，介绍信 " + letter.number() + " 已作废。";
        };
    }
}
