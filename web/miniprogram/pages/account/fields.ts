import type { Code } from "../../../shared/api";
import { checkPassword, checkPhone } from "../../../shared/rules/contacts";
import type { Field } from "../../services/field";

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
  const common = (name: keyof AccountForm, label: string) => ({
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
      hint: "就是以后登录用的账号",
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
      placeholder: "至少 8 位",
      hint: "至少 8 位，同时有字母和数字",
    },
    universityId: {
      ...common("universityId", "所在高校"),
      kind: "choice",
      options: universities,
      placeholder: "请选择学校",
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
  if (!vouched && !/^\d{4,8}$/.test(form.smsCode.trim()))
    errors["smsCode"] = "请填写短信里的验证码";
  const password = checkPassword(form.password);
  if (password) errors["password"] = password.message;
  if (!form.universityId) errors["universityId"] = "请选择所在高校";
  return errors;
}
