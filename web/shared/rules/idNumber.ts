import { type Day, compareDays, realDay } from "./dates";
import type { Finding } from "./finding";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = "10X98765432";

/** Resident ID number: 18 characters, a real date, the checksum of GB 11643. */
export function checkIdNumber(text: string, today: Day): Finding | undefined {
  const number = tidyIdNumber(text);
  if (!/^\d{17}[\dX]$/.test(number))
    return {
      code: "ID_NUMBER_FORMAT",
      message: "身份证号码应为 18 位，最后一位可以是 X",
    };
  const birth = birthOf(number);
  if (!birth || compareDays(birth, today) > 0)
    return {
      code: "ID_NUMBER_DATE",
      message: "身份证号码里的出生日期不存在，请核对",
    };
  if (checkDigitOf(number) !== number[17])
    return {
      code: "ID_NUMBER_CHECKSUM",
      message: "身份证号码有误，请逐位核对",
    };
  return undefined;
}

export function tidyIdNumber(text: string): string {
  return text.replace(/\s/g, "").toUpperCase();
}

/** The birth date inside an ID number, when it is a real day. */
export function birthOf(text: string): Day | undefined {
  const number = tidyIdNumber(text);
  if (!/^\d{17}[\dX]$/.test(number)) return undefined;
  const year = Number(number.slice(6, 10));
  if (year < 1900) return undefined;
  return realDay(
    year,
    Number(number.slice(10, 12)),
    Number(number.slice(12, 14)),
  );
}

export function checkDigitOf(number: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number(number[i]),
    0,
  );
  return CHECK_DIGITS[sum % 11]!;
}
