import { type Day, ageOn } from "./dates";
import type { Finding } from "./finding";
import { type Month, compareMonths, monthOf, oldestAgeIn } from "./months";

const CHARTER_AGE = 14;
const RULE_CHANGED = 2017;

/** The youngest age at joining that is accepted with an explanation. */
function floorFor(month: Month): number {
  return month.year < RULE_CHANGED ? 12 : 13;
}

export function checkJoinMonth(
  month: Month,
  birth: Day | undefined,
  today: Day,
): Finding | undefined {
  if (compareMonths(month, monthOf(today)) > 0)
    return { code: "JOIN_MONTH_FUTURE", message: "入团年月不能晚于本月" };
  if (month.year < 1922)
    return { code: "JOIN_MONTH_TOO_EARLY", message: "入团年月过早，请核对" };
  const floor = floorFor(month);
  if (birth && oldestAgeIn(month, birth) < floor)
    return {
      code: "JOIN_TOO_YOUNG",
      message: `入团时未满 ${floor} 周岁，请核对入团年月和证件号码`,
    };
  return undefined;
}

/** Between the floor and fourteen the member explains, and the reviewer sees it. */
export function needsJoinAgeNote(month: Month, birth: Day): boolean {
  const age = oldestAgeIn(month, birth);
  return age < CHARTER_AGE && age >= floorFor(month);
}

export function checkAgeToday(birth: Day, today: Day): Finding | undefined {
  return ageOn(birth, today) < CHARTER_AGE
    ? { code: "UNDER_14", message: "未满 14 周岁，还不能报到" }
    : undefined;
}
