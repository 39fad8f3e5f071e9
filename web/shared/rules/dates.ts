/** A calendar day, without a clock or a zone. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const CHINA_OFFSET_MILLIS = 8 * 3600 * 1000;

/** Today in China, wherever the phone is. */
export function todayInChina(now: Date): Day {
  const there = new Date(now.getTime() + CHINA_OFFSET_MILLIS);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
  };
}

/** Reads yyyy-MM-dd; nothing when there is no such day. */
export function readDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  return realDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function realDay(
  year: number,
  month: number,
  day: number,
): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return same ? { year, month, day } : undefined;
}

export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** Full years lived on a day. */
export function ageOn(birth: Day, day: Day): number {
  const before =
    day.month < birth.month ||
    (day.month === birth.month && day.day < birth.day);
  return day.year - birth.year - (before ? 1 : 0);
}

export function writeDay(day: Day): string {
  return `${day.year}-${two(day.month)}-${two(day.day)}`;
}

/** 2008年3月9日 */
export function sayDay(text: string): string {
  const day = readDay(text);
  return day ? `${day.year}年${day.month}月${day.day}日` : text;
}

/** An instant as people in China read it: 2026年11月21日 10:32 */
export function sayInstant(iso: string | null | undefined): string {
  const at = iso ? new Date(iso) : undefined;
  if (!at || Number.isNaN(at.getTime())) return "";
  const there = new Date(at.getTime() + CHINA_OFFSET_MILLIS);
  const day = todayInChina(at);
  const clock = `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
  return `${day.year}年${day.month}月${day.day}日 ${clock}`;
}

export function two(number: number): string {
  return String(number).padStart(2, "0");
}
