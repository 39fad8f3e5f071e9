import type { Transfer, TransferNode } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";

/** One point of the line. */
export interface Stop {
  key: string;
  kind: "done" | "now" | "back" | "ahead" | "left";
  title: string;
  organisation: string;
  /** What happened there, or is awaited, for people. */
  said: string;
  note: string;
}

export function stopsOf(transfer: Transfer): Stop[] {
  const going = transfer.state === "OPEN";
  const nodes = transfer.nodes.map((node) => stopOf(node, going));
  const line = [started(transfer), ...nodes];
  return transfer.state === "RETURNED" ? line : [...line, ended(transfer)];
}

function started({ started, startedAt, from }: Transfer): Stop {
  return {
    key: "start",
    kind: "done",
    title: "发起转接",
    organisation: from.name,
    said: `${started.name}　${sayInstant(startedAt)}`,
    note: "",
  };
}

function stopOf(node: TransferNode, going: boolean): Stop {
  const { kind, said } = progress(node, going);
  return {
    key: String(node.no),
    kind,
    title: node.label,
    organisation: node.organisation.name,
    said,
    note: node.state === "RETURNED" ? `退回原因：${node.note ?? "未写明"}` : "",
  };
}

function progress(
  node: TransferNode,
  going: boolean,
): Pick<Stop, "kind" | "said"> {
  const decided = `${node.decidedBy ?? ""}　${sayInstant(node.decidedAt)}`;
  if (node.state === "AGREED") return { kind: "done", said: `已同意　${decided}` };
  if (node.state === "RETURNED")
    return { kind: "back", said: `已退回　${decided}` };
  if (node.state === "SKIPPED")
    return { kind: "left", said: "上面没有审核的组织，不需要这一步" };
  if (!going) return { kind: "left", said: "没有走到这一步" };
  if (node.state === "AHEAD") return { kind: "ahead", said: waits(node) };
  const since = sayInstant(node.openedAt);
  return { kind: "now", said: `正在审核${since ? `，从 ${since} 起` : ""}` };
}

function waits({ assigns }: TransferNode): string {
  return assigns ? "等待前面的步骤，由它指定团支部" : "等待前面的步骤";
}

function ended(transfer: Transfer): Stop {
  const { state, kind, endedAt, to, label, endWords } = transfer;
  const outside = kind === "OUTSIDE";
  const title = outside ? "开具介绍信" : "转接完成";
  const organisation = outside ? "" : (to?.name ?? "");
  const open = { key: "end", title, organisation, note: "" };
  if (state === "OPEN") return { ...open, kind: "ahead", said: "" };
  const said = sayInstant(endedAt);
  if (state === "DONE") return { ...open, kind: "done", said };
  return {
    key: "end",
    kind: "back",
    title: label,
    organisation: "",
    said,
    note: endWords ?? "",
  };
}
