import type { Profile } from "../../../../shared/api";
import { sayDay, writeDay } from "../../../../shared/rules/dates";
import { birthOfProfile } from "../../../../shared/rules/profile";
import type { Field } from "../../../services/field";
import type { Sheet } from "./sheet";

/** Who the member is, and when and where they joined. */
export function identity(sheet: Sheet): Field[] {
  const { profile, codes, today, thisMonth } = sheet;
  const overseas = profile.documentKind === "OVERSEAS";
  return [
    {
      name: "name",
      label: "姓名",
      kind: "text",
      required: true,
      placeholder: "与证件一致",
      maxlength: 100,
      hint: "少数民族姓名里的“·”和生僻字照证件填写即可",
    },
    {
      name: "documentKind",
      label: "证件类型",
      kind: "choice",
      required: true,
      options: codes.documentKind,
    },
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
      ? {
          name: "birthDate",
          label: "出生日期",
          kind: "day",
          required: true,
          end: today,
        }
      : birthFromNumber(profile),
    {
      name: "joinMonth",
      label: "入团年月",
      kind: "month",
      required: true,
      end: thisMonth,
    },
    ...(sheet.explain || profile.joinAgeNote || sheet.errors["joinAgeNote"]
      ? [joinAgeNote]
      : []),
    {
      name: "branchId",
      label: "所在团支部",
      kind: "branch",
      required: true,
      hint: "选择您现在所在的团支部",
    },
  ];
}

export const joinAgeNote: Field = {
  name: "joinAgeNote",
  label: "入团年龄说明",
  kind: "long",
  required: true,
  placeholder: "入团时未满 14 周岁，请说明情况",
  hint: "审核人会看到这段说明，最多 200 字",
};

function birthFromNumber(profile: Profile): Field {
  const birth = birthOfProfile(profile);
  const value = birth
    ? sayDay(writeDay(birth))
    : sayDay(profile.birthDate ?? "");
  return {
    name: "birthDate",
    label: "出生日期",
    kind: "fixed",
    value,
    placeholder: "由身份证号码得出",
  };
}
