// Somebody who does not exist: new numbers each time, right by GB 11643.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** @param born yyyymmdd; left out: some day of 2005 */
export function invent({ born } = {}) {
  const birth = born ?? `20050${digits(1, 1, 9)}${digits(2, 10, 28)}`;
  const body = `440106${birth}${digits(3)}`;
  const sum = [...body].reduce((s, digit, i) => s + digit * WEIGHTS[i], 0);
  const check = CHECKS[sum % 11];
  const number = body + check;
  return {
    name: "𬱖·阿卜杜拉",
    otherName: "𬱖•阿卜杜拉·艾",
    phone: `198${digits(8)}`,
    password: `Walk-${digits(6)}`,
    number,
    wrongNumber: body + (check === "0" ? "1" : "0"),
    maskedNumber: `${number.slice(0, 3)}***********${number.slice(14)}`,
    memberNumber: `202144${digits(6)}`,
  };
}

function digits(count, from = 0, to = 10 ** count - 1) {
  const number = from + Math.floor(Math.random() * (to - from + 1));
  return String(number).padStart(count, "0");
}
