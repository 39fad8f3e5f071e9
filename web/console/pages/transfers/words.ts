import type { components } from "../../../generated/api";

type Schemas = components["schemas"];
export type Passage = Schemas["Passage"];
export type Filter = Schemas["TransferFilter"];
export type Wish = Schemas["TransferWish"];

export const KINDS: Record<Wish["kind"], string> = {
  INSIDE: "省内转接",
  OUTSIDE: "转往省外",
  ORIGIN: "退回原籍",
};

export const REASONS: Record<Wish["reason"], string> = { WORK: "工作", STUDY: "学习", OTHER: "其他" };

export const DIRECTIONS: Record<Passage["direction"], string> = {
  OUT: "转出",
  IN: "转入",
  WITHIN: "内部转接",
};

export const TAGS = {
  OPEN: "warning",
  DONE: "success",
  RETURNED: "danger",
  WITHDRAWN: "info",
  EXPIRED: "info",
  STOPPED: "info",
} as const;

/** Where to, as far as it is known. */
export function goal({ transfer }: Passage): string {
  const { to, target, place } = transfer;
  if (place) return [place.province, place.city, place.county, place.name].filter(Boolean).join(" ");
  return to?.name ?? target?.name ?? "";
}

export function why({ transfer }: Passage): string {
  return transfer.words ? `${transfer.reasonLabel}：${transfer.words}` : transfer.reasonLabel;
}

/** Whose turn it is. */
export function turn({ transfer }: Passage): string {
  return transfer.nodes.find(({ state }) => state === "CURRENT")?.organisation.name ?? "";
}

/** The committee whose branch must be named in agreeing. */
export const within = ({ transfer, task }: Passage): string | undefined =>
  task?.assigns ? transfer.target?.id : undefined;
