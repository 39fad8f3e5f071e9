import type { Finding } from "./finding";

export function checkPhone(text: string): Finding | undefined {
  return /^1[3-9]\d{9}$/.test(text.replace(/\s/g, ""))
    ? undefined
    : { code: "PHONE_INVALID", message: "请填写 11 位手机号码" };
}

export function checkPassword(text: string): Finding | undefined {
  const strong = text.length >= 8 && /\p{L}/u.test(text) && /\d/.test(text);
  return strong
    ? undefined
    : { code: "PASSWORD_WEAK", message: "密码至少 8 位，并同时有字母和数字" };
}

export function checkEmail(text: string): Finding | undefined {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
    ? undefined
    : { code: "EMAIL_INVALID", message: "邮箱格式不对，应像 name@example.org" };
}

export function checkQq(text: string): Finding | undefined {
  return /^[1-9]\d{4,11}$/.test(text)
    ? undefined
    : { code: "QQ_INVALID", message: "QQ 号应为 5 至 12 位数字" };
}
