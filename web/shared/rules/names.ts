import type { Finding } from "./finding";

const DOTS = /[\u00B7\u2022\u30FB\uFF0E]/g;
/** Letters of any script with their marks, dots between parts, spaces and - ' in Latin names. */
const NAME =
  /^[\p{L}\p{M}\u3007]+(?:[\u00B7\u2022\u30FB\uFF0E.'’\- ]+[\p{L}\p{M}\u3007]+)*[.]?$/u;

export function checkName(text: string): Finding | undefined {
  const name = text.trim();
  if (/\p{N}/u.test(name.replace(/\u3007/g, "")))
    return { code: "NAME_DIGITS", message: "姓名里不能有数字" };
  if ([...name].length > 50)
    return { code: "NAME_TOO_LONG", message: "姓名太长，请填写证件上的姓名" };
  if ([...name].length === 1)
    return { code: "NAME_TOO_SHORT", message: "请填写证件上的完整姓名" };
  if (!NAME.test(name))
    return {
      code: "NAME_CHARACTERS",
      message: "姓名只能是文字和间隔号“·”，请与证件一致",
    };
  return undefined;
}

/** The form in which two spellings of one name are equal. */
export function comparableName(text: string): string {
  return text
    .normalize("NFC")
    .trim()
    .replace(DOTS, "·")
    .replace(/\s+/g, " ")
    .toUpperCase();
}
