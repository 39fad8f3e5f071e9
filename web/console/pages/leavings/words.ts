import type { components } from "../../../generated/api";

type Schemas = components["schemas"];
export type Leaving = Schemas["Leaving"];
export type Line = Schemas["LeavingLine"];
export type Turning = Schemas["TurningMember"];
export type Former = Schemas["FormerMember"];
export type Kind = "VOLUNTARY" | "RESTORE" | "DELETION";
export type Cause = "WRONG_BRANCH" | "TWICE" | "NOT_A_MEMBER";

export const TAGS: Record<Turning["standing"], "danger" | "info" | "warning" | "success"> = {
  DUE: "danger",
  COMING: "info",
  DUTY: "success",
  POSTPONED: "warning",
  ASKED: "warning",
};

export const CAUSES: { value: Cause; label: string }[] = [
  { value: "WRONG_BRANCH", label: "误报到其他团支部" },
  { value: "TWICE", label: "重复报到" },
  { value: "NOT_A_MEMBER", label: "不是团员" },
];

export const LEFT: Record<Former["state"], string> = {
  LEFT_AT_28: "超龄离团",
  LEFT_VOLUNTARILY: "退团",
  LEFT_OUTSIDE: "转出省外",
};
