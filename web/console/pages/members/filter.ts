// What the list is narrowed by.
import type { components } from "../../../generated/api";
import { api, take } from "../../door";

type Schemas = components["schemas"];
export type Filter = Partial<Schemas["MemberFilter"]>;
export type Reason = Schemas["RevealReason"];
export type Member = Schemas["ListedMember"];

export interface Choice {
  value: string;
  label: string;
}

export const STATES: Choice[] = [
  { value: "PENDING", label: "资料待审核" },
  { value: "APPROVED", label: "资料已通过" },
  { value: "RETURNED", label: "资料被退回" },
  { value: "WITHDRAWN", label: "已撤回" },
  { value: "EDIT_PENDING", label: "修改待审核" },
  { value: "EDIT_RETURNED", label: "修改被退回" },
  { value: "LEFT_AT_28", label: "已超龄离团" },
  { value: "LEFT_VOLUNTARILY", label: "已退团" },
  { value: "LEFT_OUTSIDE", label: "已转出省外" },
];

export const REAL_NAMES: Choice[] = [
  { value: "CHECKING", label: "校验中" },
  { value: "PASSED", label: "通过" },
  { value: "FAILED", label: "校验失败" },
  { value: "OFFLINE_PASSED", label: "线下通过" },
];

export const REASONS: { value: Reason; label: string }[] = [
  { value: "CONTACT", label: "联系团员本人" },
  { value: "VERIFY", label: "核对身份信息" },
  { value: "BUSINESS", label: "办理团员业务" },
  { value: "INSPECTION", label: "配合上级检查" },
];

export interface Choices {
  branches: Choice[];
  education: Choice[];
  ethnicity: Choice[];
  political: Choice[];
}

export async function loadChoices(): Promise<Choices> {
  const [branches, codes] = await Promise.all([
    take(api.GET("/api/console/branches")),
    take(api.GET("/api/codes")),
  ]);
  const words = (kind: string) =>
    ((codes as Record<string, { code: string; name: string }[]>)[kind] ?? []).map(
      ({ code, name }) => ({ value: code, label: name }),
    );
  return {
    branches: branches.items.map(({ id, name }) => ({ value: id, label: name })),
    education: words("education"),
    ethnicity: words("ethnicity"),
    political: words("politicalStatus"),
  };
}

/** Without what is empty. */
export function filled(filter: Filter): Filter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value),
  ) as Filter;
}
