import type { Me, RegistrationState } from "../../shared/api";
import { get } from "./send";
import { memory } from "./storage";

const TRANSFERRING = "/pages/transferring/transferring";

const PAGES: Record<RegistrationState, string> = {
  DRAFT: "/pages/profile/profile",
  WITHDRAWN: "/pages/profile/profile",
  PENDING: "/pages/status/status",
  RETURNED: "/pages/status/status",
  APPROVED: "/pages/home/home",
  EDIT_PENDING: "/pages/home/home",
  EDIT_RETURNED: "/pages/home/home",
  LEFT_AT_28: "/pages/leave/leave",
  LEFT_VOLUNTARILY: "/pages/leave/leave",
  LEFT_OUTSIDE: "/pages/leave/leave",
};

/** The page where a member's registration stands. */
export function pageFor(me: Me): string {
  return PAGES[me.registration?.state ?? "DRAFT"];
}

/** Opens the page where the signed-in member left off, or what was scanned before signing in. */
export async function goOn(): Promise<void> {
  const page = pageFor(await get<Me>("/api/me"));
  const isMember = page.includes("home");
  wx.reLaunch({ url: isMember && memory.target.get() ? TRANSFERRING : page });
}
