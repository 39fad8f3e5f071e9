package cn.tuanwu.registration;

import cn.tuanwu.access.Caller;
import cn.tuanwu.kernel.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a member may begin some business: nothing else while something waits for its decision (seed guide; R2). */
@Component
public class Business {
    private static final Refusal NOT_APPROVED = Refusal.of("NOT_APPROVED", "报到通过审核后才能办理这项业务。");
    private static final Refusal PENDING = Refusal.of("REGISTRATION_PENDING", "报到资料正在等待支部审核，审核完成前不能办理其他业务；如需修改请先撤回报到。");
    private static final Refusal EDIT_PENDING = Refusal.of("EDIT_PENDING", "您提交的资料修改正在等待审核，审核完成前不能办理其他业务；如有变化请先撤回修改。");

    private static final Refusal OUTSIDE = Refusal.of("LEAGUE_LEFT", "您的组织关系已转出本省，不能再办理这项业务；如已转回，请联系原团支部申请恢复团籍。");
    private static final Refusal LEFT = Refusal.of("LEAGUE_LEFT", "您已离团，不能再办理这项业务；如属误办，请联系原团支部申请恢复团籍。");

    private final RegistrationRows rows;

    Business(RegistrationRows rows) {
        this.rows = rows;
    }

    /** Why not, if not: each room that offers members a business asks here first. */
    public Optional<Refusal> refusal(Caller.OwnAccount caller) {
        return refusal(rows.byAccount(caller.accountId()));
    }

    static Optional<Refusal> refusal(RegistrationRow row) {
        if (row == null) {
            return Optional.of(NOT_APPROVED);
        }
        if (row.held) {
            return Optional.of(Hold.HELD);
        }
        if (row.transferring) {
            return Optional.of(Relocation.OPEN);
        }
        if (row.erasing) {
            return Optional.of(ErasureHold.OPEN);
        }
        if (row.leaving) {
            return Optional.of(Departure.OPEN);
        }
        return switch (row.state) {
            case DRAFT, RETURNED, WITHDRAWN -> Optional.of(NOT_APPROVED);
            case PENDING -> Optional.of(PENDING);
            case EDIT_PENDING -> Optional.of(EDIT_PENDING);
            case APPROVED, EDIT_RETURNED -> Optional.empty();
            case LEFT_AT_28, LEFT_VOLUNTARILY -> Optional.of(LEFT);
            case LEFT_OUTSIDE -> Optional.of(OUTSIDE);
        };
    }
}
