import type { History, HistoryLine } from "../../../shared/api";
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
