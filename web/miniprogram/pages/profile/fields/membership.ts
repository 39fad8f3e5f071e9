import type { Codes } from "../../../../shared/api";
import type { Field } from "../../../services/field";
import type { Sheet } from "./sheet";

/** What the league keeps about a member. */
export function membership({ profile, codes, thisMonth }: Sheet): Field[] {
  return [
    {
      name: "ethnicity",
      label: "民族",
      kind: "choice",
      required: true,
      options: codes.ethnicity,
    },
    {
      name: "politicalStatus",
      label: "政治面貌",
      kind: "choice",
      required: true,
      options: codes.politicalStatus,
    },
    {
      name: "fullTimeEducation",
      label: "全日制学历",
      kind: "choice",
      required: true,
      options: codes.education,
    },
    {
      name: "highestEducation",
      label: "最高学历",
      kind: "choice",
      options: codes.education,
    },
    {
      name: "income",
      label: "收入档",
      kind: "choice",
      options: codes.income,
      hint: "决定团费标准，学生可不填",
    },
    { name: "cadre", label: "是否支部团干部", kind: "switch" },
    ...(profile.cadre ? cadre(codes, thisMonth) : []),
    {
      name: "household",
      label: "户籍地",
      kind: "region",
    },
    {
      name: "joinUnit",
      label: "入团时所在单位",
      kind: "text",
      placeholder: "学校或单位全称",
    },
  ];
}

function cadre(codes: Codes, thisMonth: string): Field[] {
  return [
    {
      name: "duty",
      label: "职务",
      kind: "choice",
      required: true,
      options: codes.duty,
    },
    {
      name: "dutySince",
      label: "任职年月",
      kind: "month",
      required: true,
      end: thisMonth,
    },
    {
      name: "dutyKind",
      label: "任职方式",
      kind: "choice",
      required: true,
      options: codes.dutyKind,
    },
    { name: "partyCommittee", label: "是否同级党委委员", kind: "switch" },
  ];
}
