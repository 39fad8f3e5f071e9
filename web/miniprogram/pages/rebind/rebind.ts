import type { Rebinding } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";
import { act } from "../../services/act";
import type { Field } from "../../services/field";
import { formPage, plain, sendForm } from "../../services/form";
import { send } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { confirm } from "../../services/wechat";
import { newForm } from "./fields";

const HEADS: Record<string, { kind: string; title: string }> = {
  PENDING: { kind: "info", title: "等待团支部核实" },
  APPROVED: { kind: "ok", title: "已换绑" },
  RETURNED: { kind: "wrong", title: "换绑申请已退回" },
  WITHDRAWN: { kind: "info", title: "换绑申请已撤回" },
  REFUSED: { kind: "wrong", title: "换绑申请被拒绝" },
  EXPIRED: { kind: "warn", title: "换绑申请已失效" },
};

/** For someone whose old phone is gone: asks the branch for the account, and shows how that stands. */
Page({
  ...formPage,
  data: {
    state: "LOADING",
    text: "",
    shown: null as Rebinding | null,
    head: HEADS["PENDING"],
    rows: [] as { label: string; value: string }[],
    fields: {} as Record<string, Field>,
    phone: "",
    busy: false,
    failure: "",
  },
  form: newForm(),

  onLoad() {
    this.form = newForm();
  },

  onShow() {
    this.load();
  },

  /** Without a ticket there is nothing to ask the server. */
  async load() {
    const ticket = memory.ticket.get();
    if (!ticket) return this.fillIn();
    try {
      this.show(
        await send<Rebinding>({
          method: "GET",
          path: "/api/rebindings/current",
          ticket,
        }),
      );
    } catch (error) {
      if (error instanceof Trouble && error.code === "REBIND_UNKNOWN")
        return this.again();
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  show(shown: Rebinding) {
    const rows = [
      { label: "原手机号", value: shown.oldPhone },
      { label: "新手机号", value: shown.newPhone },
      { label: "申请时间", value: sayInstant(shown.askedAt) },
    ];
    if (shown.state === "PENDING" && shown.expiresAt)
      rows.push({ label: "有效期至", value: sayInstant(shown.expiresAt) });
    const head = HEADS[shown.state] ?? HEADS["PENDING"];
    this.setData({ state: "READY", failure: "", shown, head, rows });
  },

  again() {
    memory.ticket.clear();
    this.form = newForm();
    this.fillIn();
  },

  fillIn() {
    this.setData({ state: "READY", shown: null, failure: "" });
    this.draw();
  },

  async ask() {
    await sendForm(this, async ({ phone, smsCode, ...person }) => {
      const opened = await act<{ ticket: string; rebinding: Rebinding }>(
        { method: "POST", path: "/api/rebindings" },
        { ...person, phone: plain(phone), smsCode: smsCode.trim() },
      );
      memory.ticket.set(opened.ticket);
      this.show(opened.rebinding);
    });
    if (this.data.failure || this.data.shown) wx.pageScrollTo({ scrollTop: 0 });
  },

  async withdraw() {
    const sure = await confirm("撤回换绑申请？", "账号不会有变化，以后可以重新申请。", "撤回");
    if (!sure) return;
    try {
      this.show(
        await act<Rebinding>(
          { method: "POST", path: "/api/rebindings/withdraw" },
          { ticket: memory.ticket.get() },
        ),
      );
    } catch (error) {
      await this.load();
      this.setData({ failure: sentenceOf(error) });
    }
  },

  signIn() {
    memory.ticket.clear();
    wx.reLaunch({ url: "/pages/login/login" });
  },

  reset() {
    wx.redirectTo({ url: "/pages/reset/reset" });
  },
});
