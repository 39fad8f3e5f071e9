import type { Certificate } from "../../../shared/api";
import { sayDay, sayInstant } from "../../../shared/rules/dates";
import { sayMonth } from "../../../shared/rules/months";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";

/** 认证资料: what the branch has agreed to. */
Page({
  data: {
    state: "LOADING",
    text: "",
    rows: [] as { label: string; value: string }[],
  },

  onLoad() {
    this.load();
  },

  async load() {
    this.setData({ state: "LOADING" });
    try {
      const rows = rowsOf(
        await get<Certificate>("/api/registration/certificate"),
      );
      this.setData({ state: "READY", rows });
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },
});

function rowsOf(certificate: Certificate) {
  const { realName, branch, oath } = certificate;
  return [
    { label: "姓名", value: certificate.name },
    { label: "性别", value: certificate.gender },
    { label: "民族", value: certificate.ethnicity },
    { label: "出生日期", value: sayDay(certificate.birthDate) },
    { label: "证件号码", value: certificate.documentNumber },
    { label: "手机号", value: certificate.phone },
    { label: "政治面貌", value: certificate.politicalStatus },
    { label: "全日制学历", value: certificate.fullTimeEducation },
    { label: "入团年月", value: sayMonth(certificate.joinMonth) },
    {
      label: "入团宣誓",
      value: oath
        ? `${sayInstant(oath.heldAt)}，${oath.place}，${oath.organisation}`
        : "还没有记录",
    },
    { label: "发展团员编号", value: certificate.memberNumber ?? "无" },
    { label: "团支部", value: branch.name },
    { label: "所属组织", value: branch.path },
    {
      label: "实名认证",
      value: typeof realName === "string" ? realName : realName.label,
    },
    { label: "审核通过", value: sayInstant(certificate.approvedAt) },
  ];
}
