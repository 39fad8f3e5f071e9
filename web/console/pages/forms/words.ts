import type { components } from "../../../generated/api";

type Schemas = components["schemas"];
export type VolunteerForm = Schemas["VolunteerForm"];
export type FormMember = Schemas["FormMember"];
export type Which = NonNullable<Schemas["FormFilter"]["which"]>;
export type Counts = Schemas["FormCounts"];

export const FORM_STATES: Record<VolunteerForm["state"], string> = {
  STORING: "保存中",
  WAITING: "待审核",
  FORMAL: "正式",
  REPLACED: "已被替换",
  RETURNED: "已退回",
  WITHDRAWN: "已撤回",
};

export const FORM_TAGS: Record<
  VolunteerForm["state"],
  "success" | "warning" | "info" | "danger"
> = {
  STORING: "info",
  WAITING: "warning",
  FORMAL: "success",
  REPLACED: "info",
  RETURNED: "danger",
  WITHDRAWN: "info",
};

export const SOURCES: Record<VolunteerForm["source"], string> = {
  DESK: "电脑上传",
  PAGE: "手机页面",
  CHAT: "企业微信聊天",
};

export const WHICH: { value: Which; label: string; none: string }[] = [
  { value: "MISSING", label: "缺少志愿书", none: "没有缺少志愿书的团员" },
  { value: "OVERDUE", label: "已逾期", none: "没有逾期的团员" },
  { value: "SOON", label: "7 天内到期", none: "7 天内没有到期的团员" },
  { value: "FORMAL", label: "有正式志愿书", none: "还没有正式的志愿书" },
  { value: "WAITING", label: "新版待审核", none: "没有待审核的志愿书" },
];
