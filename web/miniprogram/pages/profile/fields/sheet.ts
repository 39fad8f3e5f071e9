import type { Codes, Profile } from "../../../../shared/api";
import { todayInChina, writeDay } from "../../../../shared/rules/dates";
import { monthOf, writeMonth } from "../../../../shared/rules/months";
import type { Remarks } from "../verdict";

/** What the fields are drawn from. */
export interface Sheet extends Remarks {
  profile: Profile;
  codes: Codes;
  errors: Record<string, string>;
  thisMonth: string;
  today: string;
}

/** How far the pickers go. */
export function calendar(): Pick<Sheet, "today" | "thisMonth"> {
  const today = todayInChina(new Date());
  return { today: writeDay(today), thisMonth: writeMonth(monthOf(today)) };
}
