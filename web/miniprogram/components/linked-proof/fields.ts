import type { Code } from "../../../shared/api";
import { checkPhone } from "../../../shared/rules/contacts";
import type { Field } from "../../services/field";

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
  const common = (name: keyof ProofForm, label: string) => ({
    name,
    label,
    value: form[name],
    required: true,
    ...(errors[name] ? { error: errors[name] } : {}),
  });
  return {
    phone: {
      ...common("phone", "手机号"),
      kind: "text",
      inputType: "number",
      maxlength: 13,
      placeholder: "11 位手机号码",
    },
    smsCode: {
      ...common("smsCode", "短信验证码"),
      kind: "text",
      inputType: "number",
      maxlength: 6,
      placeholder: "6 位数字",
    },
    password: {
      ...common("password", "登录密码"),
      kind: "text",
      password: true,
      maxlength: 64,
      placeholder: "团务账号的登录密码",
    },
    universityId: {
      ...common("universityId", "所在高校"),
      kind: "choice",
      options: universities,
      placeholder: "请选择学校",
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
  if (asked.smsCode && !/^\d{4,8}$/.test(form.smsCode.trim()))
    errors["smsCode"] = "请填写短信里的验证码";
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
