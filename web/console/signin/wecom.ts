// To WeChat Work's sign-in page and back. The proof stays in this tab; the address carries only its digest.
import { api, take } from "../door";
import type { Progress } from "./progress";

const KEY = "tuanwu.console.wecom.";

export async function leaveForWeCom(): Promise<void> {
  const begun = await take(api.GET("/api/console/sessions/wecom"));
  sessionStorage.setItem(KEY + begun.state, begun.proof);
  location.assign(begun.address);
}

/** What the page was called with when somebody came back; the address forgets it. */
export function backFromWeCom(): { code: string; state: string } | undefined {
  const query = new URLSearchParams(location.search);
  const code = query.get("code");
  const state = query.get("state");
  if (!code || !state) return undefined;
  history.replaceState(null, "", location.pathname + location.hash);
  return { code, state };
}

export async function arrive(back: {
  code: string;
  state: string;
}): Promise<Progress> {
  const proof = sessionStorage.getItem(KEY + back.state) ?? "";
  sessionStorage.removeItem(KEY + back.state);
  const body = { ...back, proof };
  return take(api.POST("/api/console/sessions/wecom", { body }));
}
