import type { Field } from "../../services/field";
import { memberNumber } from "../profile/fields/contact";
import { complete } from "../profile/fields/fields";
import { identity } from "../profile/fields/identity";
import { type EditForm, sheetOf } from "../edit/fields";

export const LONGEST_EVIDENCE = 500;

/** The locked fields, with what is recorded now as a hint. */
export function correctionFields(form: EditForm): Field[] {
  const { present } = form;
  const sheet = sheetOf(form);
  const number = present.memberNumber ? [memberNumber(sheet)] : [];
  return [...identity(sheet), ...number].map((field) =>
    complete(asked(field, present.documentNumber ?? ""), sheet),
  );
}

export function evidenceField(value: string, error = ""): Field {
  return {
    name: "evidence",
    label: "更正的原因和依据",
    kind: "long",
    required: true,
    maxlength: LONGEST_EVIDENCE,
    placeholder: "如：入团志愿书上的入团年月是 2021 年 5 月，报到时填错了",
    hint: `只有审核人能看到，最多 ${LONGEST_EVIDENCE} 字`,
    value,
    ...(error ? { error } : {}),
  };
}

/** The number is known to us only in part: an empty field leaves it as it is. */
function asked(field: Field, masked: string): Field {
  if (field.name === "branchId") return { ...field, hint: "现在所在的团支部" };
  if (field.name === "memberNumber")
    return { ...field, hint: "以入团志愿书右上角的编号为准" };
  if (field.name !== "documentNumber") return field;
  return {
    ...field,
    required: false,
    placeholder: "不改请留空",
    hint: `现在记录的是 ${masked}`,
  };
}
