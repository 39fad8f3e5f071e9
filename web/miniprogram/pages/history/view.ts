import type { History, HistoryLine, Transfer } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";

export interface Now {
  next: string;
  rows: { label: string; value: string }[];
}

export interface Step {
  key: string;
  label: string;
  kind: "agreed" | "back" | "mine";
  when: string;
  by: string;
  note: string;
}

export function nowOf(now: History["now"]): Now | null {
  if (!now) return null;
  const since = sayInstant(now.since);
  const rows = [{ label: "现在由谁办理", value: now.holder }];
  if (since) rows.push({ label: "从何时起", value: since });
  return { next: now.next, rows };
}

/** While a transfer is open it is what is going on. */
export function nowOfTransfer({ nodes, next }: Transfer): Now {
  const node = nodes.find(({ state }) => state === "CURRENT");
  const rows = [
    { label: "现在由谁办理", value: node?.organisation.name ?? "" },
    { label: "从何时起", value: sayInstant(node?.openedAt) },
  ];
  return { next, rows: rows.filter(({ value }) => value) };
}

export function stepOf(line: HistoryLine, index: number): Step {
  return {
    key: `${line.at} ${index}`,
    label: line.label,
    kind: kindOf(line.what),
    when: sayInstant(line.at),
    by: line.by,
    note: line.note ?? "",
  };
}

function kindOf(what: string): Step["kind"] {
  if (what.endsWith("APPROVED") || what === "TRANSFERRED") return "agreed";
  return what.endsWith("RETURNED") ? "back" : "mine";
}
