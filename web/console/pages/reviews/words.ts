import type { components } from "../../../generated/api";

type Schemas = components["schemas"];
export type Line = Schemas["ConsoleReviewLine"];
export type Review = Schemas["ConsoleReview"];
export type Reason = Schemas["ReturnReason"];
export type Paper = Schemas["ReviewPaper"];

export const KINDS: Record<Line["kind"], string> = {
  REGISTRATION: "报到",
  EDIT: "资料修改",
  CORRECTION: "资料更正",
  REBINDING: "手机号换绑",
  FORM: "志愿书更换",
  TRANSFER: "组织关系转接",
  APPEAL: "转接申诉",
  LEAVING: "团籍事项",
  ERASURE: "个人信息删除",
};

export const CHECKS: Record<Line["realName"]["state"], string> = {
  CHECKING: "校验中",
  PASSED: "通过",
  FAILED: "校验失败",
  OFFLINE: "线下通过",
};

export const CHECK_TAGS = {
  CHECKING: "info",
  PASSED: "success",
  FAILED: "danger",
  OFFLINE: "success",
} as const;

export const STATES: Record<Review["state"], string> = {
  OPEN: "待审核",
  APPROVED: "已通过",
  RETURNED: "已退回",
  CANCELLED: "已撤回",
};

/** 3 小时, 2 天: how long it waits. */
export function waited(since: string, now = Date.now()): string {
  const hours = Math.floor((now - Date.parse(since)) / 3_600_000);
  if (hours < 1) return "不到 1 小时";
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`;
}
