import type { Transfer, TransferPlace } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";
import type { Field } from "../../services/field";
import { type Stop, stopsOf } from "../../components/transfer-line/stops";

export const LONGEST_REASON = 100;
export const LONGEST_APPEAL = 300;

type Rows = { label: string; value: string }[];

/** A transfer as the page draws it. */
export interface Shown {
  kind: "info" | "ok" | "warn";
  title: string;
  rows: Rows;
  stops: Stop[];
  appeal: Rows | null;
}

const KINDS: Partial<Record<Transfer["state"], Shown["kind"]>> = {
  OPEN: "info",
  DONE: "ok",
  WITHDRAWN: "info",
};

export function shownOf(transfer: Transfer): Shown {
  const { state, kindLabel, label } = transfer;
  return {
    kind: KINDS[state] ?? "warn",
    title: `${kindLabel}：${label}`,
    rows: rowsOf(transfer),
    stops: stopsOf(transfer),
    appeal: appealOf(transfer),
  };
}

/** A line for what was before. */
export function olderOf(transfer: Transfer) {
  const { id, kindLabel, label, startedAt } = transfer;
  return {
    id,
    label: `${kindLabel}（${label}）`,
    note: `${sayInstant(startedAt)}　→ ${whither(transfer)}`,
  };
}

export function sayPlace(place: TransferPlace): string {
  const { province, city, county, name } = place;
  return `${province}${city ?? ""}${county ?? ""} ${name}`;
}

function whither({ to, target, place }: Transfer): string {
  return to?.name ?? target?.name ?? (place ? sayPlace(place) : "");
}

function rowsOf(transfer: Transfer): Rows {
  const { words, reasonLabel, unit } = transfer;
  const rows = [
    { label: "转出", value: transfer.from.name },
    { label: "转入", value: whither(transfer) },
    { label: "原因", value: words ? `${reasonLabel}：${words}` : reasonLabel },
  ];
  if (unit) rows.push({ label: "学习或工作单位", value: unit });
  if (transfer.state === "OPEN")
    rows.push({ label: "有效期至", value: sayInstant(transfer.expiresAt) });
  return rows;
}

function appealOf({ appeal }: Transfer): Rows | null {
  if (!appeal) return null;
  const { words, label, note, decidedBy, decidedAt, pictures } = appeal;
  const rows = [
    { label: "状态", value: label },
    { label: "理由", value: words },
    { label: "提交时间", value: sayInstant(appeal.at) },
  ];
  if (pictures.length)
    rows.push({ label: "证明照片", value: `${pictures.length} 张` });
  if (decidedAt)
    rows.push({
      label: "处理",
      value: `${decidedBy ?? ""} ${sayInstant(decidedAt)}`.trim(),
    });
  if (note) rows.push({ label: "答复", value: note });
  return rows;
}

export function reasonField(value: string, error = ""): Field {
  return {
    name: "reason",
    label: "撤回原因",
    kind: "long",
    required: true,
    maxlength: LONGEST_REASON,
    placeholder: "如：单位还没有确定",
    hint: `各级团组织都能看到，最多 ${LONGEST_REASON} 字`,
    value,
    ...(error ? { error } : {}),
  };
}

export function wordsField(value: string, error = ""): Field {
  return {
    name: "words",
    label: "申诉理由",
    kind: "long",
    required: true,
    maxlength: LONGEST_APPEAL,
    placeholder: "如：团费已在上月交清，收据见照片",
    hint: `由退回单位的上级团组织处理，最多 ${LONGEST_APPEAL} 字`,
    value,
    ...(error ? { error } : {}),
  };
}
