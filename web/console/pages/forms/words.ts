import type { components } from "../../../generated/api";

type Schemas = components["schemas"];
export type VolunteerForm = Schemas["VolunteerForm"];
export type MissingForm = Schemas["MissingForm"];
export type FiledForm = Schemas["FiledForm"];
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

export const DUES = [
  { value: "OVERDUE", label: "已逾期" },
  { value: "SOON", label: "7 天内到期" },
] as const;
