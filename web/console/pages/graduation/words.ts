import type { components } from "../../../generated/api";

type Schemas = components["schemas"];
export type Branch = Schemas["GraduationBranch"];
export type Graduate = Schemas["Graduate"];
export type Target = Schemas["GraduateTarget"];
export type Batch = Schemas["GraduateBatch"];
export type Choice = Schemas["GraduateChoice"];

export const STANDINGS: Record<Graduate["standing"], string> = {
  NONE: "未发起",
  OPEN: "办理中",
  DONE: "已转出",
};

export const STANDING_TAGS = { NONE: "info", OPEN: "warning", DONE: "success" } as const;

export const BATCH_STATES: Record<Batch["state"], string> = {
  CHECKING: "检查中",
  CHECKED: "待确认",
  CONFIRMED: "发起中",
  DONE: "已发起",
  CANCELLED: "已取消",
};

export const KINDS = [
  { value: "INSIDE", label: "省内转接" },
  { value: "ORIGIN", label: "退回原籍" },
  { value: "OUTSIDE", label: "转往省外" },
] as const;

export const REASONS = [
  { value: "STUDY", label: "学习" },
  { value: "WORK", label: "工作" },
  { value: "OTHER", label: "其他" },
] as const;

/** 2026-06: this year's summer, when most graduate. */
export function thisSummer(now = new Date()): string {
  return `${now.getFullYear()}-07`;
}
