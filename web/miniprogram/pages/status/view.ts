import type { History, RealNameState, Registration } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";

/** The page as words. */
export interface StatusView {
  returned: boolean;
  heading: string;
  next: string;
  reason: string;
  by: string;
  realNameKind: string;
  realNameTitle: string;
  realNameText: string;
  rows: { label: string; value: string }[];
}

const KINDS: Record<RealNameState, string> = {
  NONE: "info",
  CHECKING: "info",
  PASSED: "ok",
  FAILED: "warn",
  OFFLINE_PASSED: "ok",
};

export function viewOf(
  registration: Registration,
  now: History["now"],
): StatusView {
  const { returned, realName, branch, submittedAt } = registration;
  return {
    returned: registration.state === "RETURNED",
    heading: returned ? "报到被退回" : "等待支部审核",
    next: now?.next ?? registration.next,
    reason: returned?.reason ?? "",
    by: returned ? `${returned.by}　${sayInstant(returned.at)}` : "",
    realNameKind: KINDS[realName.state],
    realNameTitle: `实名认证：${realName.label}`,
    realNameText: realName.text,
    rows: [
      { label: "现在由谁办理", value: now?.holder ?? "" },
      { label: "从何时起", value: sayInstant(now?.since) },
      { label: "团支部", value: branch?.name ?? "" },
      { label: "所属组织", value: branch?.path ?? "" },
      { label: "提交时间", value: sayInstant(submittedAt) },
    ],
  };
}
