import { describe, expect, test } from "vitest";
import { checkPassword, checkPhone } from "../../shared/rules/contacts";
import {
  ageOn,
  readDay,
  sayInstant,
  todayInChina,
} from "../../shared/rules/dates";
import { birthOf, checkIdNumber } from "../../shared/rules/idNumber";
import { readMonth } from "../../shared/rules/months";
import { checkName, comparableName } from "../../shared/rules/names";

const TODAY = { year: 2026, month: 11, day: 21 };

describe("ID numbers", () => {
  test.each([
    ["11010520040307002X", undefined],
    ["11010520040307002x", undefined],
    ["110105 20040307 002X", undefined],
    ["110105200403070020", "ID_NUMBER_CHECKSUM"],
    ["11010520040230002X", "ID_NUMBER_DATE"],
    ["110105299912310029", "ID_NUMBER_DATE"],
    ["1101052004030700", "ID_NUMBER_FORMAT"],
    ["", "ID_NUMBER_FORMAT"],
    ["１１０１０５２００４０３０７００２X", "ID_NUMBER_FORMAT"],
  ])("%s gives %s", (number, code) => {
    expect(checkIdNumber(number, TODAY)?.code).toBe(code);
  });

  test("the birth date is read from the number", () => {
    expect(birthOf("11010520040307002X")).toEqual({
      year: 2004,
      month: 3,
      day: 7,
    });
    expect(birthOf("110105200413070020")).toBeUndefined();
  });
});

describe("names", () => {
  test.each([
    "林小满",
    "买买提·艾山",
    "阿依•古丽",
    "𬱖𠮷",
    "〇一",
    "Anna-Maria O'Neil",
    "J. Smith",
  ])("%s is a name", (name) => expect(checkName(name)).toBeUndefined());

  test.each([
    ["林小满2", "NAME_DIGITS"],
    ["林小满２", "NAME_DIGITS"],
    ["·林", "NAME_CHARACTERS"],
    ["林<b>", "NAME_CHARACTERS"],
    ["", "NAME_CHARACTERS"],
    ["林".repeat(51), "NAME_TOO_LONG"],
    ["𬱖", "NAME_TOO_SHORT"],
  ])("%s is refused as %s", (name, code) => {
    expect(checkName(name)?.code).toBe(code);
  });

  test("the dot variants are one for comparison", () => {
    const dots = ["\u00B7", "\u2022", "\u30FB", "\uFF0E"];
    const forms = dots.map((dot) => comparableName(`买买提${dot}艾山`));
    expect(new Set(forms).size).toBe(1);
  });
});

describe("dates, phones and passwords", () => {
  test("today is China's today", () => {
    expect(todayInChina(new Date("2026-11-20T16:30:00Z"))).toEqual(TODAY);
    expect(sayInstant("2026-11-21T02:32:00Z")).toBe("2026年11月21日 10:32");
  });

  test("a birthday counts from its day on", () => {
    const birth = readDay("2004-03-07")!;
    expect(ageOn(birth, readDay("2018-03-06")!)).toBe(13);
    expect(ageOn(birth, readDay("2018-03-07")!)).toBe(14);
    expect(readDay("2023-02-29")).toBeUndefined();
    expect(readMonth("2023-13")).toBeUndefined();
  });

  test("phones and passwords", () => {
    expect(checkPhone("138 0000 0000")).toBeUndefined();
    expect(checkPhone("12800000000")?.code).toBe("PHONE_INVALID");
    expect(checkPassword("right-horse-9")).toBeUndefined();
    expect(checkPassword("12345678")?.code).toBe("PASSWORD_WEAK");
  });
});
