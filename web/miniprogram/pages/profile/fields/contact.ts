import type { Field } from "../../../services/field";
import type { Sheet } from "./sheet";

/** What the member does and how to reach them. */
export function contact(sheet: Sheet): Field[] {
  const { codes, thisMonth } = sheet;
  return [
    {
      name: "occupation",
      label: "职业",
      kind: "choice",
      required: true,
      options: codes.occupation,
    },
    {
      name: "unit",
      label: "学习/工作单位",
      kind: "text",
      placeholder: "学校或单位全称",
    },
    memberNumber(sheet),
    { name: "email", label: "邮箱", kind: "text", placeholder: "选填" },
    {
      name: "qq",
      label: "QQ",
      kind: "text",
      inputType: "number",
      placeholder: "选填",
    },
    { name: "wechat", label: "微信", kind: "text", placeholder: "选填" },
    { name: "weibo", label: "微博", kind: "text", placeholder: "选填" },
    {
      name: "partyJoinMonth",
      label: "入党年月",
      kind: "month",
      end: thisMonth,
      placeholder: "党员填写",
    },
    {
      name: "volunteerMonth",
      label: "注册志愿者年月",
      kind: "month",
      end: thisMonth,
      placeholder: "选填",
    },
  ];
}

export function memberNumber({ numbered, numberIsFree }: Sheet): Field {
  return {
    name: "memberNumber",
    label: "发展团员编号",
    kind: "text",
    required: numbered,
    maxlength: 20,
    placeholder: numbered ? "12 位数字" : "2017 年以前入团可不填",
    hint: numberIsFree
      ? "编号可用，提交后为您保留；撤回或被退回时释放"
      : "在入团志愿书右上角，2017 年 1 月之后入团的必填",
  };
}
