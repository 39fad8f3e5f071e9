import type { Branch, Invitation, Me } from "../../../shared/api";
import { get } from "../../services/send";
import { Trouble } from "../../services/trouble";

/** The invitation that was scanned, unless it no longer counts. */
export async function invitedBranch(
  code: string,
): Promise<Invitation | undefined> {
  if (!code) return undefined;
  try {
    return await get<Invitation>(
      `/api/invitations/${encodeURIComponent(code)}`,
    );
  } catch (error) {
    if (error instanceof Trouble && error.kind === "REFUSED") return undefined;
    throw error;
  }
}

/** The draft holds only the branch's id; its name comes with the registration. */
export function nameOfBranch(id: string, me: Me): Branch {
  const branch = me.registration?.branch;
  return branch?.id === id ? branch : { id, name: "已选团支部", path: "" };
}
