import { expect, test } from "vitest";
import type { Profile } from "../../shared/api";
import { checkProfile } from "../../shared/rules/profile";
import { STEPS, stepOf } from "../../shared/rules/steps";

const TODAY = { year: 2026, month: 11, day: 21 };
const GOOD: Profile = {
  name: "林小满",
  documentKind: "RESIDENT_ID",
  documentNumber: "11010520040307002X",
  joinMonth: "2021-05",
  branchId: "2301",
  ethnicity: "01",
  politicalStatus: "03",
  fullTimeEducation: "20",
  occupation: "S",
  memberNumber: "202144000123",
};

const codes = (profile: Profile) =>
  checkProfile(profile, TODAY).map(({ field, code }) => `${field} ${code}`);

test("a complete profile has nothing to say", () => {
  expect(codes(GOOD)).toEqual([]);
});

test("an empty profile names every required field, in the order of the steps", () => {
  const fields = checkProfile({}, TODAY).map(({ field }) => field);
  expect(fields).toEqual([
    "name",
    "documentKind",
    "documentNumber",
    "joinMonth",
    "branchId",
    "ethnicity",
    "politicalStatus",
    "fullTimeEducation",
    "occupation",
  ]);
});

test("documents from elsewhere need a birth date instead of a checksum", () => {
  const overseas: Profile = {
    ...GOOD,
    documentKind: "OVERSEAS",
    documentNumber: "H12345678",
  };
  expect(codes(overseas)).toEqual(["birthDate REQUIRED"]);
  expect(codes({ ...overseas, birthDate: "2004-03-07" })).toEqual([]);
});

test("ages and numbers are the server's to judge", () => {
  expect(codes({ ...GOOD, joinMonth: "2010-06", memberNumber: "1" })).toEqual(
    [],
  );
  expect(codes({ ...GOOD, joinMonth: "2027-01" })).toEqual([
    "joinMonth MONTH_FUTURE",
  ]);
});

test("a cadre needs a duty that did not begin in the future", () => {
  expect(codes({ ...GOOD, cadre: true })).toEqual([
    "duty REQUIRED",
    "dutySince REQUIRED",
    "dutyKind REQUIRED",
  ]);
  const duty = { cadre: true, duty: "1", dutyKind: "2" };
  expect(codes({ ...GOOD, ...duty, dutySince: "2027-01" })).toEqual([
    "dutySince MONTH_FUTURE",
  ]);
});

test("every field belongs to one step", () => {
  const all = STEPS.flatMap(({ fields }) => fields);
  expect(new Set(all).size).toBe(all.length);
  expect(stepOf("memberNumber")).toBe(2);
  expect(stepOf("unheard-of")).toBe(0);
});
