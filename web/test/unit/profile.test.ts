import { expect, test } from "vitest";
import type { Profile } from "../../shared/api";
import { asksForJoinAge, checkProfile } from "../../shared/rules/profile";
import { checkDigitOf } from "../../shared/rules/idNumber";
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

const numberFor = (start: string) => start + checkDigitOf(start);
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

test("someone under fourteen today is told so beside the number", () => {
  const young = { ...GOOD, documentNumber: numberFor("11010520140307002") };
  expect(codes(young)).toContain("documentNumber UNDER_14");
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

test("joining young asks for an explanation", () => {
  const young = { ...GOOD, joinMonth: "2017-06", memberNumber: "201744000123" };
  expect(asksForJoinAge(young)).toBe(true);
  expect(codes(young)).toEqual(["joinAgeNote REQUIRED"]);
  expect(codes({ ...young, joinAgeNote: "学校集体发展" })).toEqual([]);
});

test("a cadre needs a duty that did not begin in the future", () => {
  expect(codes({ ...GOOD, cadre: true })).toEqual(["duty REQUIRED"]);
  expect(
    codes({ ...GOOD, cadre: true, duty: "1", dutySince: "2027-01" }),
  ).toEqual(["dutySince MONTH_FUTURE"]);
});

test("every field belongs to one step", () => {
  const all = STEPS.flatMap(({ fields }) => fields);
  expect(new Set(all).size).toBe(all.length);
  expect(stepOf("memberNumber")).toBe(2);
  expect(stepOf("unheard-of")).toBe(0);
});
