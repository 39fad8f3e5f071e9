import type { Codes, Profile } from "../../../../shared/api";

/** What the fields are drawn from. */
export interface Sheet {
  profile: Profile;
  codes: Codes;
  errors: Record<string, string>;
  thisMonth: string;
  today: string;
}
