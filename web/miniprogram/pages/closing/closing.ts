import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { Form, PASSWORD, SMS_CODE, checkSmsCode } from "../../services/form";
import { get } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { confirm } from "../../services/wechat";

interface Outlook {
  possible: boolean;
  code: string | null;
  text: string | null;
}

const newForm = () =>
  new Form(
    {
      password: { ...PASSWORD, hint: "确认是您本人" },
      smsCode: { ...SMS_CODE, hint: "发送到账号的手机号" },
    },
    {
      password: (text) => (text ? undefined : "请填写登录密码"),
      smsCode: checkSmsCode,
    },
  );

/** Removes the account; a member's record is the organisation's and can't be removed here. */
Page({
  data: {
    state: "LOADING",
    text: "",
    outlook: null as Outlook | null,
    waits: false,
    bySms: false,
    fields: {} as Record<string, Field>,
    busy: false,
    failure: "",
    done: "",
  },
  form: newForm(),

  onLoad() {
    this.form = newForm();
  },

  onShow() {
    if (!this.data.done) this.load();
  },

  async load() {
    try {
      const outlook = await get<Outlook>("/api/me/closing");
      const waits = outlook.code === "REGISTRATION_PENDING";
      this.setData({ state: "READY", outlook, waits });
      this.draw();
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  draw() {
    this.setData({ fields: this.form.drawn() });
  },

  onChange(event: FieldEvent) {
    this.form.change(event);
  },

  onSettle(event: FieldEvent) {
    this.onChange(event);
    this.draw();
  },

  onCodeTrouble({ detail }: { detail: { message: string } }) {
    this.setData({ failure: detail.message });
  },

  otherWay() {
    this.form = newForm();
    this.setData({ bySms: !this.data.bySms, failure: "" });
    this.draw();
  },

  async close() {
    const { bySms } = this.data;
    const sound = this.form.isSound(bySms ? "password" : "smsCode");
    this.draw();
    if (!sound) return;
    const sure = await confirm(
      "确定注销账号？",
      "账号、未提交的资料和登录记录会立即删除，不能恢复。",
      "注销",
    );
    if (!sure) return;
    this.setData({ busy: true, failure: "" });
    const { password, smsCode } = this.form.values;
    try {
      const answer = await act<{ text: string }>(
        { method: "POST", path: "/api/me/closing" },
        bySms ? { smsCode: smsCode.trim() } : { password },
      );
      memory.session.clear();
      this.setData({ done: answer.text });
    } catch (error) {
      this.setData({ failure: this.form.sentenceFor(error) });
      this.draw();
    }
    this.setData({ busy: false });
  },

  openStatus() {
    wx.reLaunch({ url: "/pages/status/status" });
  },

  leave() {
    wx.reLaunch({ url: "/pages/start/start" });
  },
});
