import type {
  Codes,
  Edit,
  Me,
  Profile,
  Registration,
  StoredProfile,
} from "../../../shared/api";
import { wishedBefore } from "../../services/changes";
import { get } from "../../services/send";

/** What stands on a page that changes an approved profile. */
export interface Opened {
  present: Profile;
  wished: Profile;
  branch: StoredProfile["branch"];
  codes: Codes;
  /** The change that waits. */
  waiting: Edit | null;
  /** The change of this page's kind that came back. */
  returned: Edit | null;
}

export async function openChange(
  me: Me,
  kind: Edit["kind"],
): Promise<Opened> {
  const [stored, codes] = await Promise.all([
    get<StoredProfile>("/api/registration"),
    get<Codes>("/api/codes"),
  ]);
  const { edit, state } = me.registration as Registration;
  const present = dropNulls(stored.profile ?? {});
  const returned =
    state === "EDIT_RETURNED" && edit?.kind === kind ? edit : null;
  const wished = { ...present, ...(returned && wishedBefore(returned, codes)) };
  const waiting = state === "EDIT_PENDING" ? edit : null;
  return { present, wished, branch: stored.branch, codes, waiting, returned };
}

function dropNulls(profile: Profile): Profile {
  const entries = Object.entries(profile).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as Profile;
}
