/** Kinds of actors and things in the audit, in words. */
export const SUBJECTS: Record<string, string> = {
  account: "团员",
  invitation: "报到码",
  "org-account": "组织账号",
  organisation: "组织",
  rebinding: "换绑申请",
  registration: "报到",
  "review-task": "审核任务",
  session: "登录",
  "site-owner": "站点负责人",
  staff: "人员",
  system: "系统",
};
