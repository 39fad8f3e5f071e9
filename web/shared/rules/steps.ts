import type { Profile } from "../api";

/** The three steps of the registration and the fields on each. */
export const STEPS: { title: string; fields: (keyof Profile)[] }[] = [
  {
    title: "身份信息",
    fields: [
      "name",
      "documentKind",
      "documentNumber",
      "birthDate",
      "joinMonth",
      "joinAgeNote",
      "branchId",
    ],
  },
  {
    title: "团员信息",
    fields: [
      "income",
      "cadre",
      "duty",
      "dutySince",
      "dutyKind",
      "partyCommittee",
      "ethnicity",
      "politicalStatus",
      "fullTimeEducation",
      "highestEducation",
      "household",
      "joinUnit",
    ],
  },
  {
    title: "职业与联系",
    fields: [
      "occupation",
      "unit",
      "email",
      "qq",
      "wechat",
      "weibo",
      "memberNumber",
      "partyJoinMonth",
      "volunteerMonth",
    ],
  },
];

export const REQUIRED: [keyof Profile, string][] = [
  ["name", "请填写姓名"],
  ["documentKind", "请选择证件类型"],
  ["documentNumber", "请填写证件号码"],
  ["joinMonth", "请选择入团年月"],
  ["branchId", "请选择所在团支部"],
  ["ethnicity", "请选择民族"],
  ["politicalStatus", "请选择政治面貌"],
  ["fullTimeEducation", "请选择全日制学历"],
  ["occupation", "请选择职业"],
];

/** The step a field is on; the first for one that is not on any. */
export function stepOf(field: string): number {
  const step = STEPS.findIndex((s) =>
    s.fields.includes(field as keyof Profile),
  );
  return Math.max(step, 0);
}
