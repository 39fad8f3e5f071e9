import type { Branch, Profile } from "../../../shared/api";

interface Typed {
  account: string;
  profile: Profile;
  branch: Partial<Branch>;
}

let kept: Typed | undefined;

/** Keeps what was typed when the session ended, until the same member has signed in again. */
export function keepTyped(typed: Typed): void {
  kept = typed;
}

export function takeTyped(account: string): Typed | undefined {
  const typed = kept?.account === account ? kept : undefined;
  kept = undefined;
  return typed;
}
