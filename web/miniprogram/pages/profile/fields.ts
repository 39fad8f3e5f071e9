import type { Codes, Profile } from "../../../shared/api";
import { sayDay, writeDay } from "../../../shared/rules/dates";
import { warnOfOtherProvince, needsMemberNumber } from "../../../shared/rules/memberNumber";
import { readMonth } from "../../../shared/rules/months";
import { asksForJoinAge, birthOfProfile } from "../../../shared/rules/profile";
import type { Field } from "../../services/field";

/** What the fields are drawn from. */
export interface Sheet {
  profile: Profile;
  codes: Codes;
  errors: Record<string, string>;
  thisMonth: string;
  today: string;
}

/** The fields of one step, those that matter for what has been filled in so far. */
export function fieldsOf(step: number, sheet: Sheet): Field[] {
  const describe = [identity, membership, contact][step] ?? identity;
  return describe(sheet).map((field) => complete(field, sheet));
}

function identity({ profile, codes, today, thisMonth }: Sheet): Field[] {
  const overseas = profile.documentKind === "OVERSEAS";
  return [
    { name: "name", label: "姓名", kind: "text", required: true, placeholder: "与证件一致", maxlength: 50 },
    { name: "documentKind", label: "证件类型", kind: "choice", required: true, options: codes.documentKind },
    {
      name: "documentNumber",
      label: "证件号码",
      kind: "text",
      required: true,
      inputType: overseas ? "text" : "idcard",
      maxlength: overseas ? 30 : 18,
      placeholder: overseas ? "证件上的号码" : "18 位身份证号码",
    },
    overseas
      ? { name: "birthDate", label: "出生日期", kind: "day", required: true, end: today }
      : birthFromNumber(profile),
    { name: "joinMonth", label: "入团年月", kind: "month", required: true, end: thisMonth },
    ...(asksForJoinAge(profile) ? [joinAgeNote] : []),
    { name: "branchId", label: "所在团支部", kind: "branch", required: true, hint: "选择你现在所在的团支部" },
  ];
}

const joinAgeNote: Field = {
  name: "joinAgeNote",
  label: "入团年龄说明",
  kind: "long",
  required: true,
  placeholder: "入团时未满 14 周岁，请说明情况",
  hint: "审核人会看到这段说明",
};

function birthFromNumber(profile: Profile): Field {
  const birth = birthOfProfile(profile);
  const value = birth ? sayDay(writeDay(birth)) : sayDay(profile.birthDate ?? "");
  return { name: "birthDate", label: "出生日期", kind: "fixed", value, placeholder: "由身份证号码得出" };
}

function membership({ profile, codes, thisMonth }: Sheet): Field[] {
  return [
    { name: "ethnicity", label: "民族", kind: "choice", required: true, options: codes.ethnicity },
    { name: "politicalStatus", label: "政治面貌", kind: "choice", required: true, options: codes.politicalStatus },
    { name: "fullTimeEducation", label: "全日制学历", kind: "choice", required: true, options: codes.education },
    { name: "highestEducation", label: "最高学历", kind: "choice", options: codes.education },
    { name: "income", label: "收入档", kind: "choice", options: codes.income, hint: "决定团费标准，学生可不填" },
    { name: "cadre", label: "是否支部团干部", kind: "switch" },
    ...(profile.cadre ? cadre(codes, thisMonth) : []),
    { name: "household", label: "户籍地", kind: "text", placeholder: "如：广东省广州市天河区" },
    { name: "joinUnit", label: "入团时所在单位", kind: "text", placeholder: "学校或单位全称" },
  ];
}

function cadre(codes: Codes, thisMonth: string): Field[] {
  return [
    { name: "duty", label: "职务", kind: "choice", required: true, options: codes.duty },
    { name: "dutySince", label: "任职年月", kind: "month", end: thisMonth },
    { name: "dutyKind", label: "任职方式", kind: "choice", options: codes.dutyKind },
    { name: "partyCommittee", label: "是否同级党委委员", kind: "switch" },
  ];
}

function contact({ profile, codes, thisMonth }: Sheet): Field[] {
  const joined = readMonth(profile.joinMonth);
  const numbered = joined ? needsMemberNumber(joined) : false;
  return [
    { name: "occupation", label: "职业", kind: "choice", required: true, options: codes.occupation },
    { name: "unit", label: "学习/工作单位", kind: "text", placeholder: "学校或单位全称" },
    {
      name: "memberNumber",
      label: "发展团员编号",
      kind: "text",
      inputType: "number",
      required: numbered,
      maxlength: 16,
      placeholder: numbered ? "12 位数字" : "2017 年以前入团可不填",
      hint: warnOfOtherProvince(profile.memberNumber ?? "") ?? "在入团志愿书右上角，2017 年 1 月之后入团的必填",
    },
    { name: "email", label: "邮箱", kind: "text", placeholder: "选填" },
    { name: "qq", label: "QQ", kind: "text", inputType: "number", placeholder: "选填" },
    { name: "wechat", label: "微信", kind: "text", placeholder: "选填" },
    { name: "weibo", label: "微博", kind: "text", placeholder: "选填" },
    { name: "partyJoinMonth", label: "入党年月", kind: "month", end: thisMonth, placeholder: "党员填写" },
    { name: "volunteerMonth", label: "注册志愿者年月", kind: "month", end: thisMonth, placeholder: "选填" },
  ];
}

function complete(field: Field, { profile, errors }: Sheet): Field {
  const value = profile[field.name as keyof Profile];
  const error = errors[field.name];
  return {
    ...field,
    ...(field.kind === "fixed" ? {} : { value: value ?? "" }),
    ...(error ? { error } : {}),
  };
}
