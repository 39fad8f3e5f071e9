import type {
  TransferKind,
  TransferPlace,
  TransferTarget,
} from "../../../shared/api";
import { levelsTo } from "../../components/region-field/levels";
import type { Field } from "../../services/field";

export interface Wish {
  kind: TransferKind | "";
  reason: string;
  words: string;
  unit: string;
  region: string;
  place: string;
}

export const EMPTY: Wish = {
  kind: "",
  reason: "",
  words: "",
  unit: "",
  region: "",
  place: "",
};

const KINDS = [
  { code: "INSIDE", name: "省内转接" },
  { code: "OUTSIDE", name: "转往省外" },
  { code: "ORIGIN", name: "退回原籍" },
];
const REASONS = [
  { code: "WORK", name: "工作" },
  { code: "STUDY", name: "学习" },
  { code: "OTHER", name: "其他" },
];
const KIND_HINTS: Record<string, string> = {
  INSIDE: "转到本省的另一个团支部或团委",
  OUTSIDE: "转出方同意后开具介绍信，凭信到外省报到",
  ORIGIN: "转回入学或户籍所在地的团组织",
};
const UNITS: Record<string, string> = {
  WORK: "工作单位",
  STUDY: "学校和专业",
};
/** The server's names of fields, and ours. */
const OURS: Record<string, string> = {
  "place.province": "region",
  "place.city": "region",
  "place.county": "region",
  "place.name": "place",
};

export const ours = (field: string): string => OURS[field] ?? field;

export function fieldsOf(wish: Wish, errors: Record<string, string>): Field[] {
  const fields = [kindField(wish), reasonField(wish)];
  if (wish.reason) fields.push(wordsField(wish), unitField(wish));
  if (wish.kind === "OUTSIDE") fields.push(regionField(wish), placeField(wish));
  return fields.map((field) => {
    const error = errors[field.name];
    return error ? { ...field, error } : field;
  });
}

const kindField = ({ kind }: Wish): Field => ({
  name: "kind",
  label: "转接类型",
  kind: "choice",
  required: true,
  options: KINDS,
  value: kind,
  ...(kind ? { hint: KIND_HINTS[kind]! } : {}),
});

const reasonField = ({ reason }: Wish): Field => ({
  name: "reason",
  label: "转接原因",
  kind: "choice",
  required: true,
  options: REASONS,
  value: reason,
});

const wordsField = ({ reason, words }: Wish): Field => ({
  name: "words",
  label: reason === "OTHER" ? "写明原因" : "补充说明",
  kind: "long",
  required: reason === "OTHER",
  maxlength: 100,
  placeholder: reason === "OTHER" ? "如：随父母迁居" : "可以不填",
  value: words,
});

const unitField = ({ reason, unit }: Wish): Field => ({
  name: "unit",
  label: UNITS[reason] ?? "学习或工作单位",
  kind: "text",
  maxlength: 60,
  placeholder: "全称，可以不填",
  value: unit,
});

const regionField = ({ region }: Wish): Field => ({
  name: "region",
  label: "转往的地区",
  kind: "region",
  required: true,
  value: region,
});

const placeField = ({ place }: Wish): Field => ({
  name: "place",
  label: "转往的团组织全称",
  kind: "text",
  required: true,
  maxlength: 60,
  placeholder: "如：某某大学某某学院团委",
  hint: "介绍信上会写这个名称，请与对方核对",
  value: place,
});

/** What can be seen here without asking the server. */
export function faultsOf(
  wish: Wish,
  target: Partial<TransferTarget>,
): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!wish.kind) faults["kind"] = "请选择转接类型";
  if (!wish.reason) faults["reason"] = "请选择转接原因";
  if (wish.reason === "OTHER" && !wish.words.trim())
    faults["words"] = "请写明转接原因";
  if (wish.kind === "OUTSIDE") {
    if (!wish.region) faults["region"] = "请选择转往的省份";
    if (!wish.place.trim()) faults["place"] = "请填写转往的团组织全称";
  } else if (wish.kind && !target.id)
    faults["targetId"] = "请选择转入的团组织";
  return faults;
}

/** As the server takes it. */
export async function typedOf(wish: Wish, target: Partial<TransferTarget>) {
  const { kind, reason, words, unit } = wish;
  const own = { kind: kind || null, reason: reason || null, words, unit };
  if (kind !== "OUTSIDE") return { ...own, targetId: target.id ?? null };
  return { ...own, place: await placeOf(wish) };
}

async function placeOf({ region, place }: Wish): Promise<TransferPlace> {
  const names = region
    ? (await levelsTo(region)).map(({ name }) => name).filter(Boolean)
    : [];
  const [province = "", city = "", county = ""] = names;
  return { province, city, county, name: place };
}

export const nameOfKind = (kind: string): string =>
  KINDS.find(({ code }) => code === kind)?.name ?? "";

export const nameOfReason = (reason: string): string =>
  REASONS.find(({ code }) => code === reason)?.name ?? "";
