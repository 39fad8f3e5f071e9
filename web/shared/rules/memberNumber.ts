import type { Finding } from "./finding";
import type { Month } from "./months";

/** Joiners from January 2017 carry a number. */
export function needsMemberNumber(month: Month): boolean {
  return month.year >= 2017;
}

/** 发展团员编号 against the month of joining. Whether it is free is the server's to say. */
export function checkMemberNumber(
  text: string,
  month: Month,
): Finding | undefined {
  const number = text.trim();
  if (!number) return needsMemberNumber(month) ? missing() : undefined;
  if (!needsMemberNumber(month)) return undefined;
  if (!/^\d{12}$/.test(number))
    return {
      code: "MEMBER_NUMBER_FORMAT",
      message: "发展团员编号应为 12 位数字",
    };
  const year = Number(number.slice(0, 4));
  if (yearsFor(month).includes(year)) return undefined;
  return {
    code: "MEMBER_NUMBER_YEAR",
    message: `编号前四位应为入团年份 ${yearsFor(month).join(" 或 ")}，请核对入团志愿书`,
  };
}

/** A number from elsewhere is allowed; the member is told to look again. */
export function warnOfOtherProvince(
  text: string,
  province = "44",
): string | undefined {
  const number = text.trim();
  if (!/^\d{12}$/.test(number) || number.slice(4, 6) === province)
    return undefined;
  return "这是外省的编号，若确实在外省入团请忽略此提示";
}

function yearsFor(month: Month): number[] {
  return month.year <= 2018 ? [2017, 2018] : [month.year];
}

function missing(): Finding {
  return {
    code: "REQUIRED",
    message: "2017 年 1 月之后入团，请填写发展团员编号（见入团志愿书右上角）",
  };
}
