package cn.tuanwu.bot.review;

import cn.tuanwu.kernel.ChinaTime;
import cn.tuanwu.review.ReviewTask;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a member is told about a decision. No name, no number: notices show on locked screens. */
record ResultWords(ReviewTask task) {
    static final String PAGE = "pages/status/status";

    /** The platform's limit for a "thing" field. */
    private static final int THING = 20;

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("thing1", cut(task.branch().name()));
        fields.put("phrase2", isApproved() ? "已通过" : "已退回");
        fields.put("time3", ChinaTime.minute(task.decidedAt()));
        fields.put("thing4", cut(isApproved() ? success() : task.reason() + "，请修改后重交"));
        return fields;
    }

    String sentence() {
        if (isApproved() && task.kind() == ReviewTask.Kind.ERASURE) {
            return task.branch().name() + "的上级团组织已同意删除您的个人信息，账号和全部资料正在删除，不能恢复。";
        }
        return isApproved()
                ? "您在" + task.branch().name() + "的" + task.kind().label() + "已通过审核，进入小程序可查看认证资料。"
                : "您在" + task.branch().name() + "的" + task.kind().label() + "已退回，原因：" + task.reason()
                        + "。请进入小程序修改后重新提交。";
    }

    private String success() {
        return task.kind() == ReviewTask.Kind.ERASURE
                ? "账号和全部资料正在删除"
                : task.kind().label() + "成功，可查看认证资料";
    }

    private boolean isApproved() {
        return task.state() == ReviewTask.State.APPROVED;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= THING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, THING - 1)) + "…";
    }
}
