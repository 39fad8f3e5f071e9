package cn.tuanwu.bot.transfer;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.transfer.Transfer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a member is told of a transfer's step. No name, no number: notices show on locked screens. */
record StepWords(Transfer transfer, Transfer.Step step) {
    static final String PAGE = "pages/transfer/transfer";

    /** The platform's limit for a "thing" field. */
    private static final int THING = 20;

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("thing1", cut(transfer.from().name()));
        fields.put("phrase2", phrase());
        fields.put("time3", ChinaTime.minute(at()));
        fields.put("thing4", cut(brief()));
        return fields;
    }

    String sentence() {
        return "您的组织关系转接（" + transfer.from().shortName() + " → " + goal() + "）" + outcome();
    }

    /** The platform's limit for a "phrase" is five letters. */
    private String phrase() {
        return switch (step) {
            case STARTED -> "已发起";
            case AGREED -> "一步通过";
            case RETURNED -> "已退回";
            case DONE -> "已完成";
            case WITHDRAWN -> "已撤回";
            case EXPIRED -> "已过期";
            case STOPPED -> "已终止";
            case EXPIRING -> "即将过期";
            case APPEAL_ACCEPTED -> "申诉成立";
            case APPEAL_REFUSED -> "申诉未成立";
        };
    }

    private String brief() {
        return switch (step) {
            case STARTED -> "由" + transfer.startedBy() + "发起转接，请核对";
            case AGREED, APPEAL_ACCEPTED -> "现在由" + turn() + "审核";
            case RETURNED, WITHDRAWN, STOPPED -> transfer.endReason();
            case DONE -> transfer.letter() == null ? "已转入" + goal() : "可下载转接介绍信";
            case EXPIRED -> "仍要转接请重新发起";
            case EXPIRING -> "三天内未办结将失效";
            case APPEAL_REFUSED -> transfer.appeal().note();
        };
    }

    private String outcome() {
        return switch (step) {
            case STARTED -> "由 " + transfer.startedBy() + " 发起，如有疑问请联系所在团支部。";
            case AGREED -> "又通过了一步，现在由" + turn() + "审核。";
            case RETURNED ->
                "被退回，原因：" + transfer.endReason() + "。" + (transfer.canAppeal() ? "如认为退回不当，可在 30 天内进入小程序申诉。" : "");
            case DONE -> transfer.letter() == null ? "已完成。" : "已办结，请进入小程序下载转接介绍信，在有效期内到转往的团组织报到。";
            case WITHDRAWN -> "已撤回，原因：" + transfer.endReason() + "。";
            case EXPIRED -> "超过 30 天未办结，已失效。仍要转接请重新发起。";
            case STOPPED -> "已终止，原因：" + transfer.endReason() + "。";
            case EXPIRING -> "将于 " + ChinaTime.minute(transfer.expiresAt()) + " 失效，现在等待" + turn() + "审核，请联系其尽快办理。";
            case APPEAL_ACCEPTED -> "申诉成立，继续办理，现在由" + turn() + "审核。";
            case APPEAL_REFUSED -> "申诉未成立，原因：" + transfer.appeal().note() + "。原退回不变。";
        };
    }

    private Instant at() {
        return switch (step) {
            case STARTED -> transfer.startedAt();
            case APPEAL_ACCEPTED, APPEAL_REFUSED -> transfer.appeal().decidedAt();
            case EXPIRING -> transfer.expiresAt();
            case AGREED -> transfer.current().openedAt();
            default -> transfer.endedAt();
        };
    }

    private String turn() {
        return transfer.current().organisation().shortName();
    }

    private String goal() {
        return transfer.to() != null
                ? transfer.to().shortName()
                : transfer.target() == null ? "省外" : transfer.target().shortName();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= THING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, THING - 1)) + "…";
    }
}
