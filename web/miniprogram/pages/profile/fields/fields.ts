import type { Profile } from "../../../../shared/api";
import type { Field } from "../../../services/field";
import { contact } from "./contact";
import { identity } from "./identity";
import { membership } from "./membership";
import type { Sheet } from "./sheet";

/** The fields of one step, those that matter for what has been filled in so far. */
export function fieldsOf(step: number, sheet: Sheet): Field[] {
  const describe = [identity, membership, contact][step] ?? identity;
  return describe(sheet).map((field) => complete(field, sheet));
}

/** The field with what was typed, and what is to be said of it. */
export function complete(
  field: Field,
  { profile, errors, warnings }: Sheet,
): Field {
  const value = profile[field.name as keyof Profile];
  const error = errors[field.name];
  const warning = warnings[field.name];
  return {
    ...field,
    ...(field.kind === "fixed" ? {} : { value: value ?? "" }),
    ...(error ? { error } : {}),
    ...(warning ? { warning } : {}),
  };
}
