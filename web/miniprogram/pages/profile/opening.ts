import type {
  Branch,
  Invitation,
  Me,
  Profile,
  StoredProfile,
} from "../../../shared/api";
import { get } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble } from "../../services/trouble";

export interface OpenedProfile {
  profile: Profile;
  branch: Branch | undefined;
  /** Why the branch sent it back, when it did. */
  returned: string;
  withdrawn: boolean;
}

/** What was filled in so far; a code scanned since then decides the branch. */
export async function openProfile(me: Me): Promise<OpenedProfile> {
  const stored = me.registration
    ? await get<StoredProfile>("/api/registration")
    : undefined;
  const profile: Profile = { ...stored?.profile };
  profile.documentKind = profile.documentKind ?? "RESIDENT_ID";
  const invitation = await scanned();
  if (invitation?.branch) {
    profile.branchId = invitation.branch.id;
    profile.invitation = invitation.code;
  }
  return {
    profile,
    branch: invitation?.branch ?? stored?.branch ?? undefined,
    returned: me.registration?.returned?.reason ?? "",
    withdrawn: me.registration?.state === "WITHDRAWN",
  };
}

/** Whether the profile is the member's to fill in. */
export function isInHand({ registration }: Me): boolean {
  const states = ["DRAFT", "RETURNED", "WITHDRAWN"];
  return states.includes(registration?.state ?? "DRAFT");
}

/** From here on the draft knows the branch, and the member may choose another. */
export function invitationIsSaved(): void {
  memory.invitation.clear();
}

/** The invitation that was scanned, unless it no longer counts. */
async function scanned(): Promise<Invitation | undefined> {
  const code = memory.invitation.get();
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
