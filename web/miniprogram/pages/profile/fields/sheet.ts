import type { Codes, Profile } from "../../../../shared/api";
import type { Remarks } from "../verdict";

/** What the fields are drawn from. */
export interface Sheet extends Remarks {
  profile: Profile;
  codes: Codes;
  errors: Record<string, string>;
  thisMonth: string;
  today: string;
}
