import type { Codes, Profile } from "../../../shared/api";
import { sayMonth } from "../../../shared/rules/months";
import { REVIEWED } from "../../services/changes";
import type { Field } from "../../services/field";
import { contact } from "../profile/fields/contact";
import { complete } from "../profile/fields/fields";
import { membership } from "../profile/fields/membership";
import { type Sheet, calendar } from "../profile/fields/sheet";

export interface EditForm {
  profile: Profile;
  present: Profile;
  codes: Codes;
  errors: Record<string, string>;
}

export function sheetOf({ profile, codes, errors }: EditForm): Sheet {
  return {
    ...{ profile, codes, errors, warnings: {} },
    ...{ explain: false, numbered: false, numberIsFree: false },
    ...calendar(),
  };
}

/** What may be changed here: the branch looks at the first, the rest takes effect at once. */
export function editFields(form: EditForm): { reviewed: Field[]; free: Field[] } {
  const sheet = sheetOf(form);
  const all = [...membership(sheet), ...contact(sheet)]
    .filter(({ name }) => name !== "memberNumber" || !form.present.memberNumber)
    .map((field) => complete(field, sheet));
  return {
    reviewed: all.filter(({ name }) => REVIEWED.includes(name)),
    free: all.filter(({ name }) => !REVIEWED.includes(name)),
  };
}

/** What only the superior can correct. */
export function lockedRows(present: Profile, branch: string) {
  const number = present.memberNumber;
  return [
    { label: "姓名", value: present.name ?? "" },
    { label: "证件号码", value: present.documentNumber ?? "" },
    { label: "入团年月", value: sayMonth(present.joinMonth) },
    { label: "团支部", value: branch },
    ...(number ? [{ label: "发展团员编号", value: number }] : []),
  ];
}
