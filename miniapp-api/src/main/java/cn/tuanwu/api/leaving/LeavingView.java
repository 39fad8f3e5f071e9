package cn.tuanwu.api.leaving;

import cn.tuanwu.api.Sentence;
import cn.tuanwu.leaving.Leaving;
import cn.tuanwu.org.Organisation;
import java.time.Instant;

/**
 * A wish as people see it.
 *
 * @param startedBy null: the member
 * @param asked whose turn it is, or was last; null when nobody was asked
 * @param next what comes next, in a sentence
 */
record LeavingView(
        String id,
        String registrationId,
        Place branch,
        Leaving.Kind kind,
        String kindLabel,
        String cause,
        String words,
        String evidence,
        Leaving.State state,
        String stateLabel,
        Leaving.Side startedSide,
        String startedBy,
        Instant startedAt,
        Place asked,
        String agreedBy,
        Instant agreedAt,
        Instant endedAt,
        String endedBy,
        String endReason,
        String next) {

    static LeavingView of(Leaving leaving) {
        return new LeavingView(
                Long.toString(leaving.id()),
                Long.toString(leaving.registrationId()),
                Place.of(leaving.branch()),
                leaving.kind(),
                leaving.kind().label(),
                leaving.cause() == null ? null : leaving.cause().label(),
                leaving.words(),
                leaving.evidence(),
                leaving.state(),
                leaving.state().label(),
                leaving.startedSide(),
                leaving.startedBy(),
                leaving.startedAt(),
                leaving.asked() == null ? null : Place.of(leaving.asked()),
                leaving.agreedBy(),
                leaving.agreedAt(),
                leaving.endedAt(),
                leaving.endedBy(),
                leaving.endReason(),
                next(leaving));
    }

    private static String next(Leaving leaving) {
        return switch (leaving.state()) {
            case BRANCH -> "等待" + leaving.asked().name() + "审核，同意后由上级团组织确认。";
            case SUPERIOR -> "等待" + leaving.asked().name() + "确认。";
            case DONE -> done(leaving);
            case RETURNED ->
                leaving.endedBy() + " 退回了" + leaving.kind().label() + "申请，原因：" + Sentence.of(leaving.endReason());
            case WITHDRAWN -> "申请已撤回。";
            case STOPPED -> "申请已终止：" + Sentence.of(leaving.endReason());
        };
    }

    private static String done(Leaving leaving) {
        return switch (leaving.kind()) {
            case AT_28, VOLUNTARY ->
                leaving.kind().label() + "已办结，团员档案由" + leaving.branch().name() + "保留。";
            case RESTORE -> "团籍已恢复。";
            case DELETION -> "在" + leaving.branch().name() + "的报到资料已删除，账号保留，可以重新报到。";
        };
    }

    record Place(String id, String name) {
        static Place of(Organisation organisation) {
            return new Place(Long.toString(organisation.id()), organisation.name());
        }
    }
}
