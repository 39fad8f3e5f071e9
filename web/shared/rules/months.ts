import { sayDay, type Day, two } from "./dates";

export interface Month {
  year: number;
  month: number;
}

/** Reads yyyy-MM; nothing when there is no such month. */
export function readMonth(text: string | undefined): Month | undefined {
  const parts = /^(\d{4})-(\d{2})$/.exec(text ?? "");
  if (!parts) return undefined;
  const month = Number(parts[2]);
  return month >= 1 && month <= 12
    ? { year: Number(parts[1]), month }
    : undefined;
}

export function compareMonths(a: Month, b: Month): number {
  return a.year - b.year || a.month - b.month;
}

export function monthOf(day: Day): Month {
  return { year: day.year, month: day.month };
}

export function writeMonth(month: Month): string {
  return `${month.year}-${two(month.month)}`;
}

/** A month or a day in words; anything else as it is. */
export function sayWhen(text: string): string {
  return sayDay(sayMonth(text));
}

/** 2023年5月 */
export function sayMonth(text: string | null | undefined): string {
  const month = readMonth(text ?? undefined);
  return month ? `${month.year}年${month.month}月` : (text ?? "");
}
