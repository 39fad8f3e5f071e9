import type { Rebinding } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { plain } from "../../services/form";
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

  draw() {
    this.setData({ fields: this.form.drawn() });
  },

  onChange(event: FieldEvent) {
    this.form.change(event);
    this.setData({ phone: this.form.values.phone });
  },

  onSettle(event: FieldEvent) {
    this.onChange(event);
    this.draw();
  },

  onCodeTrouble({ detail }: { detail: { message: string; apart: boolean } }) {
    if (detail.apart) return this.setData({ failure: detail.message });
    this.form.refuse({ phone: detail.message });
    this.draw();
  },

  async ask() {
    const sound = this.form.isSound();
    this.draw();
    if (!sound) return;
    this.setData({ busy: true, failure: "" });
    const { phone, smsCode, ...person } = this.form.values;
    try {
      const opened = await act<{ ticket: string; rebinding: Rebinding }>(
        { method: "POST", path: "/api/rebindings" },
        { ...person, phone: plain(phone), smsCode: smsCode.trim() },
      );
      memory.ticket.set(opened.ticket);
      this.show(opened.rebinding);
      wx.pageScrollTo({ scrollTop: 0 });
    } catch (error) {
      this.setData({ failure: this.form.sentenceFor(error) });
      this.draw();
      if (this.data.failure) wx.pageScrollTo({ scrollTop: 0 });
    }
    this.setData({ busy: false });
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
