import type { components } from "../generated/api";

type Schemas = components["schemas"];

export const INVITATION_STATES: Record<
  Schemas["ConsoleInvitation"]["state"],
  string
> = {
  PREPARING: "生成中",
  READY: "可用",
  FAILED: "生成失败",
  REVOKED: "已停用",
  EXPIRED: "已过期",
};


export const CARRIERS: Record<
  Schemas["ConsoleInvitation"]["carrier"],
  string
> = {
  LINK: "网址二维码",
  OA_TEMPORARY: "公众号临时码",
  OA_PERMANENT: "公众号永久码",
  MINI_PROGRAM: "小程序码",
};
