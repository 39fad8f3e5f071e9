package cn.tuanwu.audit;

import java.util.Map;
import java.util.TreeMap;

/** Every action of the audit in the words of people: one row each, a test says so. */
public final class AuditWords {
    private static final Map<String, String> ACTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("account.closed", "注销账号"),
            Map.entry("account.linked", "关联外部账号"),
            Map.entry("account.opened-for", "代为开通账号"),
            Map.entry("account.password-reset", "重设密码"),
            Map.entry("account.phone-changed", "更换手机号"),
            Map.entry("account.registered", "注册账号"),
            Map.entry("account.unlinked", "解除外部账号关联"),
            Map.entry("audit.searched", "查询审计"),
            Map.entry("change.agreed", "同意组织变更"),
            Map.entry("change.asked", "申请组织变更"),
            Map.entry("change.refused", "退回组织变更"),
            Map.entry("change.withdrawn", "撤回组织变更"),
            Map.entry("data.exported", "导出本人全部数据"),
            Map.entry("device.others-signed-out", "退出其他设备"),
            Map.entry("device.signed-out", "退出一台设备"),
            Map.entry("device.signed-out-everywhere", "退出所有设备"),
            Map.entry("erasure.asked", "申请删除个人信息"),
            Map.entry("erasure.done", "个人信息已删除"),
            Map.entry("erasure.withdrawn", "撤回删除个人信息的申请"),
            Map.entry("evidence-photo.viewed", "查看证明照片"),
            Map.entry("form.downloaded", "下载志愿书"),
            Map.entry("form.filed", "上传志愿书"),
            Map.entry("form.replaced", "更换志愿书"),
            Map.entry("form.viewed", "查看志愿书"),
            Map.entry("form.withdrawn", "撤回志愿书"),
            Map.entry("intake.confirmed", "确认导入团员"),
            Map.entry("intake.uploaded", "上传团员名单"),
            Map.entry("invitation.issued", "制作报到码"),
            Map.entry("invitation.revoked", "停用报到码"),
            Map.entry("job.fetched", "下载任务结果"),
            Map.entry("job.started", "开始任务"),
            Map.entry("member.revealed", "查看团员完整信息"),
            Map.entry("members.exported", "导出团员"),
            Map.entry("number.handed-out", "发出团员编号"),
            Map.entry("number.taken-back", "收回团员编号"),
            Map.entry("number.voided", "作废团员编号"),
            Map.entry("numbers.allocated", "分配号段"),
            Map.entry("numbers.reclaimed", "收回号段"),
            Map.entry("numbers.reconciled", "核对号段"),
            Map.entry("offline-photo.viewed", "查看线下核验照片"),
            Map.entry("operator.added", "添加运营者"),
            Map.entry("operator.changed", "修改运营者角色"),
            Map.entry("operator.removed", "移除运营者"),
            Map.entry("operator.userid-typed", "填写企业微信账号"),
            Map.entry("org-account.created", "新建组织账号"),
            Map.entry("org-account.factor-enrolled", "启用动态验证码"),
            Map.entry("org-account.factor-reset", "重置动态验证码"),
            Map.entry("org-account.locked", "停用组织账号"),
            Map.entry("org-account.password-reset", "重发设置密码的链接"),
            Map.entry("org-account.password-set", "设置组织账号密码"),
            Map.entry("org-account.recovery-used", "使用备用码登录"),
            Map.entry("org-account.role-changed", "修改组织账号角色"),
            Map.entry("org-account.sessions-ended", "结束组织账号的登录"),
            Map.entry("org-account.signed-in", "组织账号登录控制台"),
            Map.entry("org-account.unlocked", "恢复组织账号"),
            Map.entry("organisation.closed", "撤销组织"),
            Map.entry("organisation.created", "新建组织"),
            Map.entry("organisation.merged", "合并组织"),
            Map.entry("organisation.moved", "组织改变隶属"),
            Map.entry("organisation.renamed", "修改组织名称"),
            Map.entry("organisation.root-created", "建立最上级组织"),
            Map.entry("profile.changed", "修改资料"),
            Map.entry("profile.edit-submitted", "提交资料修改"),
            Map.entry("profile.edit-withdrawn", "撤回资料修改"),
            Map.entry("push.resent", "重发消息"),
            Map.entry("rebinding.approved", "同意换绑手机号"),
            Map.entry("rebinding.asked", "申请换绑手机号"),
            Map.entry("rebinding.asked-again", "再次申请换绑手机号"),
            Map.entry("rebinding.changed", "换绑手机号（自行更换）"),
            Map.entry("rebinding.expired", "换绑申请过期"),
            Map.entry("rebinding.refused", "拒绝他人换绑手机号"),
            Map.entry("rebinding.returned", "退回换绑手机号"),
            Map.entry("rebinding.withdrawn", "撤回换绑手机号"),
            Map.entry("registration.imported", "导入报到资料"),
            Map.entry("registration.submitted", "提交报到资料"),
            Map.entry("registration.withdrawn", "撤回报到"),
            Map.entry("review.approved", "审核通过"),
            Map.entry("review.passed-offline", "线下核验通过"),
            Map.entry("review.returned", "审核退回"),
            Map.entry("session.ended", "结束控制台登录"),
            Map.entry("staff.signed-in", "运营者登录控制台"),
            Map.entry("staff.switched", "切换所在组织"),
            Map.entry("take-over.issued", "生成接管码"),
            Map.entry("take-over.redeemed", "使用接管码"),
            Map.entry("transfer.agreed", "同意组织关系转接"),
            Map.entry("transfer.arrived", "团员转入"),
            Map.entry("transfer.expired", "组织关系转接过期"),
            Map.entry("transfer.left", "团员转出"),
            Map.entry("transfer.returned", "退回组织关系转接"),
            Map.entry("transfer.started", "发起组织关系转接"),
            Map.entry("transfer.stopped", "组织关系转接终止"),
            Map.entry("transfer.withdrawn", "撤回组织关系转接")));

    private AuditWords() {}

    /** By code, for a list to choose from. */
    public static Map<String, String> all() {
        return ACTIONS;
    }

    /** The code itself where there are none: an old line stays readable. */
    public static String of(String action) {
        return ACTIONS.getOrDefault(action, action);
    }
}
