import type {
  Branch,
  Change,
  Code,
  Codes,
  Edit,
  Me,
  Profile,
} from "../../shared/api";
import { sayDay } from "../../shared/rules/dates";
import { sayMonth } from "../../shared/rules/months";
import { sayRegion } from "../components/region-field/levels";
import { act } from "./act";
import type { Field } from "./field";

const OF_CADRE = ["duty", "dutySince", "dutyKind", "partyCommittee"] as const;
export const REVIEWED = ["income", "politicalStatus", "cadre", ...OF_CADRE];
const TABLES: Record<string, keyof Codes> = {
  income: "income",
  politicalStatus: "politicalStatus",
  duty: "duty",
  dutyKind: "dutyKind",
  documentKind: "documentKind",
};

/** Who is no cadre has none of a cadre's fields. */
export function tidy(profile: Profile): Profile {
  const tidied = { ...profile };
  if (!tidied.cadre) for (const name of OF_CADRE) delete tidied[name];
  return tidied;
}

/** Only what differs; a value that was taken away is sent as an empty one. */
export function wishOf(
  present: Profile,
  wished: Profile,
  names: string[],
): Profile {
  const wish: Record<string, unknown> = {};
  for (const name of names) {
    const value = valueOf(wished, name);
    if (value !== valueOf(present, name)) wish[name] = value;
  }
  return wish as Profile;
}

/** Old and new in the words people read. */
export async function describe(
  wish: Profile,
  present: Profile,
  fields: Field[],
  branches: Partial<Branch>[] = [],
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const [name, value] of Object.entries(wish)) {
    const field = fields.find((one) => one.name === name);
    if (!field) continue;
    const words = (of: string | boolean) => wordsOf(field, of, branches);
    changes.push({
      field: name,
      label: field.label,
      before: await words(valueOf(present, name)),
      after: await words(value),
    });
  }
  return changes;
}

/** What a returned change wished for, put back into a form: from its words to codes. */
export function wishedBefore({ changes }: Edit, codes: Codes): Profile {
  const wish: Record<string, unknown> = {};
  for (const { field, after } of changes) {
    if (field === "documentNumber" || field === "branchId") continue;
    const table = TABLES[field];
    const found = table && codeNamed(codes[table], after);
    if (after === "未填") wish[field] = "";
    else if (after === "是" || after === "否") wish[field] = after === "是";
    else wish[field] = found ?? after;
  }
  return wish as Profile;
}

export function takeBack(): Promise<Me> {
  const path = "/api/registration/edits/withdraw";
  return act<Me>({ method: "POST", path }, {});
}

function codeNamed(table: Code[], name: string): string | undefined {
  return table.find((code) => code.name === name)?.code;
}

function valueOf(profile: Profile, name: string): string | boolean {
  const value = profile[name as keyof Profile];
  const isSwitch = name === "cadre" || name === "partyCommittee";
  return isSwitch ? Boolean(value) : (value ?? "");
}

async function wordsOf(
  field: Field,
  value: string | boolean,
  branches: Partial<Branch>[],
): Promise<string> {
  if (typeof value === "boolean") return value ? "是" : "否";
  if (!value) return "未填";
  switch (field.kind) {
    case "choice":
      return field.options?.find(({ code }) => code === value)?.name ?? value;
    case "month":
      return sayMonth(value);
    case "day":
      return sayDay(value);
    case "region":
      return sayRegion(value);
    case "branch":
      return branches.find(({ id }) => id === value)?.name ?? value;
    default:
      return value;
  }
}
