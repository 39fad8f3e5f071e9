import type { Schemas } from "./door";

export const KINDS: Record<Schemas["ReviewLine"]["kind"], string> = {
  REGISTRATION: "报到",
  EDIT: "资料修改",
  CORRECTION: "资料更正",
  REBINDING: "手机号换绑",
  FORM: "志愿书更换",
  TRANSFER: "组织关系转接",
  APPEAL: "转接申诉",
  LEAVING: "团籍事项",
  ERASURE: "个人信息删除",
};

export const ROLES = {
  ADMIN: "管理员",
  OPERATOR: "运营者",
  VIEWER: "仅查看",
} as const;
