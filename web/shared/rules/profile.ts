import type { Profile } from "../api";
import { checkEmail, checkQq } from "./contacts";
import { type Day, compareDays, readDay } from "./dates";
import type { FieldFinding, Finding } from "./finding";
import { birthOf, checkIdNumber } from "./idNumber";
import { compareMonths, monthOf, readMonth } from "./months";
import { checkName } from "./names";
import { REQUIRED, stepOf } from "./steps";

/**
 * What needs no server: what is missing and what can't be meant. Ages and member numbers hang on rules that change, and are
 * asked of POST /api/registration/check. In the order of the page.
 */
export function checkProfile(profile: Profile, today: Day): FieldFinding[] {
  const found = new Map<string, Finding>();
  const note = (field: string, finding: Finding | undefined) => {
    if (finding && !found.has(field)) found.set(field, finding);
  };
  for (const [field, message] of REQUIRED) {
    const value = profile[field];
    note(field, empty(value) ? { code: "REQUIRED", message } : undefined);
  }
  checkPerson(profile, today, note);
  checkPast(profile, "joinMonth", today, note);
  checkCadre(profile, today, note);
  checkContacts(profile, note);
  return [...found]
    .map(([field, finding]) => ({ field, ...finding }))
    .sort((a, b) => stepOf(a.field) - stepOf(b.field));
}

/** The birth date, from the ID number or as typed for documents from elsewhere. */
export function birthOfProfile(profile: Profile): Day | undefined {
  return profile.documentKind === "OVERSEAS"
    ? readDay(profile.birthDate ?? "")
    : birthOf(profile.documentNumber ?? "");
}

type Note = (field: string, finding: Finding | undefined) => void;

function checkPerson(profile: Profile, today: Day, note: Note) {
  if (profile.name) note("name", checkName(profile.name));
  if (profile.documentKind === "OVERSEAS") {
    const birth = birthOfProfile(profile);
    note("birthDate", checkOverseasBirth(profile.birthDate, birth, today));
    return;
  }
  if (profile.documentNumber)
    note("documentNumber", checkIdNumber(profile.documentNumber, today));
}

function checkOverseasBirth(
  text: string | undefined,
  birth: Day | undefined,
  today: Day,
): Finding | undefined {
  if (!text) return { code: "REQUIRED", message: "请选择出生日期" };
  if (!birth || compareDays(birth, today) > 0)
    return { code: "BIRTH_DATE_INVALID", message: "出生日期不对，请重新选择" };
  return undefined;
}

function checkCadre(profile: Profile, today: Day, note: Note) {
  checkPast(profile, "partyJoinMonth", today, note);
  checkPast(profile, "volunteerMonth", today, note);
  if (!profile.cadre) return;
  if (empty(profile.duty))
    note("duty", { code: "REQUIRED", message: "请选择职务" });
  if (empty(profile.dutySince))
    note("dutySince", { code: "REQUIRED", message: "请选择任职年月" });
  if (empty(profile.dutyKind))
    note("dutyKind", { code: "REQUIRED", message: "请选择任职方式" });
  checkPast(profile, "dutySince", today, note);
}

function checkPast(
  profile: Profile,
  field: "joinMonth" | "partyJoinMonth" | "volunteerMonth" | "dutySince",
  today: Day,
  note: Note,
) {
  const month = readMonth(profile[field]);
  if (month && compareMonths(month, monthOf(today)) > 0)
    note(field, { code: "MONTH_FUTURE", message: "不能晚于本月" });
}

function checkContacts(profile: Profile, note: Note) {
  if (profile.email) note("email", checkEmail(profile.email));
  if (profile.qq) note("qq", checkQq(profile.qq));
}

function empty(value: unknown): boolean {
  return typeof value === "string" ? value.trim() === "" : value == null;
}
