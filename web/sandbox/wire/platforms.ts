import type { Platform } from "../shapes";

export const PLATFORMS: Record<Platform, string> = {
  WECOM: "企业微信",
  OFFICIAL_ACCOUNT: "服务号",
  MINI_PROGRAM: "小程序",
  SMS: "短信",
  REALNAME: "实名",
  LOGIN: "登录服务",
};

/** Readable text of whatever the wire carries. */
export function textOf(content: unknown): string {
  if (content === undefined || content === null || content === "")
    return "（空）";
  if (typeof content !== "string") return JSON.stringify(content, null, 2);
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}
