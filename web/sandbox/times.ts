import { sayInstant } from "../shared/rules/dates";

/** 10:32 */
export function clock(iso: string): string {
  return sayInstant(iso).slice(-5);
}

/** 10:32:05.123, as the wire shows it */
export function preciseClock(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() + 8 * 3600e3).toISOString().slice(11, 23);
}
