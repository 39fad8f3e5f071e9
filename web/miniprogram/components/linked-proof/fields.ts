import type { Code } from "../../../shared/api";
import { checkPhone } from "../../../shared/rules/contacts";
import type { Field } from "../../services/field";
import {
  PASSWORD,
  PHONE,
  SMS_CODE,
  UNIVERSITY,
  checkSmsCode,
} from "../../services/form";

export interface ProofForm {
  phone: string;
  smsCode: string;
  password: string;
  universityId: string;
}

/** Which of the fields are asked for. */
type Asked = Partial<Record<keyof ProofForm, boolean>>;

export function proofFields(
  form: ProofForm,
  universities: Code[],
  errors: Record<string, string>,
): Record<keyof ProofForm, Field> {
  const common = (name: keyof ProofForm) => ({
    name,
    value: form[name],
    ...(errors[name] ? { error: errors[name] } : {}),
  });
  return {
    phone: { ...PHONE, ...common("phone") },
    smsCode: { ...SMS_CODE, ...common("smsCode") },
    password: {
      ...PASSWORD,
      ...common("password"),
      placeholder: "团务账号的登录密码",
    },
    universityId: {
      ...UNIVERSITY,
      ...common("universityId"),
      options: universities,
    },
  };
}

export function checkProof(
  form: ProofForm,
  asked: Asked,
): Record<string, string> {
  const errors: Record<string, string> = {};
  const phone = asked.phone ? checkPhone(form.phone) : undefined;
  if (phone) errors["phone"] = phone.message;
  const code = asked.smsCode ? checkSmsCode(form.smsCode) : undefined;
  if (code) errors["smsCode"] = code;
  if (asked.password && !form.password) errors["password"] = "请填写密码";
  if (asked.universityId && !form.universityId)
    errors["universityId"] = "请选择所在高校";
  return errors;
}

/** What is sent: only what was asked for. */
export function proofOf(form: ProofForm, asked: Asked): Record<string, string> {
  const names = Object.keys(asked) as (keyof ProofForm)[];
  return Object.fromEntries(
    names.filter((name) => asked[name]).map((name) => [name, form[name]]),
  );
}
