import type { Code } from "../../../shared/api";
import { checkPassword, checkPhone } from "../../../shared/rules/contacts";
import type { Field } from "../../services/field";
import {
  PASSWORD,
  PHONE,
  SMS_CODE,
  UNIVERSITY,
  checkSmsCode,
} from "../../services/form";

export interface AccountForm {
  phone: string;
  smsCode: string;
  password: string;
  universityId: string;
}

export function accountFields(
  form: AccountForm,
  universities: Code[],
  errors: Record<string, string>,
): Record<keyof AccountForm, Field> {
  const common = (name: keyof AccountForm) => ({
    name,
    value: form[name],
    ...(errors[name] ? { error: errors[name] } : {}),
  });
  return {
    phone: { ...PHONE, ...common("phone"), hint: "就是以后登录用的账号" },
    smsCode: { ...SMS_CODE, ...common("smsCode") },
    password: {
      ...PASSWORD,
      ...common("password"),
      placeholder: "至少 8 位",
      hint: "至少 8 位，同时有字母和数字",
    },
    universityId: {
      ...UNIVERSITY,
      ...common("universityId"),
      options: universities,
    },
  };
}

/** @param vouched WeChat vouches for the phone: neither number nor code is asked for */
export function checkAccount(
  form: AccountForm,
  vouched: boolean,
): Record<string, string> {
  const errors: Record<string, string> = {};
  const phone = vouched ? undefined : checkPhone(form.phone);
  if (phone) errors["phone"] = phone.message;
  const code = vouched ? undefined : checkSmsCode(form.smsCode);
  if (code) errors["smsCode"] = code;
  const password = checkPassword(form.password);
  if (password) errors["password"] = password.message;
  if (!form.universityId) errors["universityId"] = "请选择所在高校";
  return errors;
}
