import { checkPhone } from "../../../shared/rules/contacts";
import { todayInChina } from "../../../shared/rules/dates";
import { checkIdNumber } from "../../../shared/rules/idNumber";
import { Form, PHONE, SMS_CODE, checkSmsCode, plain } from "../../services/form";

export const KINDS = [
  { code: "RESIDENT_ID", name: "居民身份证" },
  { code: "OVERSEAS", name: "境外证件" },
];

export function newForm() {
  const form = new Form(
    {
      name: {
        label: "姓名",
        kind: "text",
        maxlength: 50,
        required: true,
        placeholder: "报到时填写的姓名",
      },
      documentKind: {
        label: "证件类型",
        kind: "choice",
        options: KINDS,
        required: true,
      },
      documentNumber: {
        label: "证件号码",
        kind: "text",
        inputType: "idcard",
        maxlength: 24,
        required: true,
        placeholder: "报到时填写的证件号码",
      },
      phone: {
        ...PHONE,
        label: "新手机号",
        hint: "审核通过后用它登录",
      },
      smsCode: SMS_CODE,
    },
    {
      name: (text) => (text.trim() ? undefined : "请填写姓名"),
      documentNumber: (text, all) =>
        checkDocument(all.documentKind, text),
      phone: (text) => checkPhone(plain(text))?.message,
      smsCode: checkSmsCode,
    },
  );
  form.values.documentKind = "RESIDENT_ID";
  return form;
}

function checkDocument(kind: string, text: string): string | undefined {
  if (!text.trim()) return "请填写证件号码";
  return kind === "RESIDENT_ID" ? checkIdNumber(text, todayInChina(new Date()))?.message : undefined;
}
