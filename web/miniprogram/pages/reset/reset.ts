import { checkPassword, checkPhone } from "../../../shared/rules/contacts";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import {
  Form,
  PASSWORD,
  PHONE,
  SMS_CODE,
  checkSmsCode,
  plain,
} from "../../services/form";

const newForm = () =>
  new Form(
    {
      phone: { ...PHONE, hint: "账号使用的手机号" },
      smsCode: SMS_CODE,
      password: {
        ...PASSWORD,
        label: "新密码",
        placeholder: "至少 8 位",
        hint: "至少 8 位，同时有字母和数字",
      },
    },
    {
      phone: (text) => checkPhone(plain(text))?.message,
      smsCode: checkSmsCode,
      password: (text) => checkPassword(text)?.message,
    },
  );

/** A forgotten password, by SMS. What it says is the same whether or not the phone has an account. */
Page({
  data: {
    fields: {} as Record<string, Field>,
    phone: "",
    busy: false,
    failure: "",
    done: "",
  },
  form: newForm(),

  onLoad() {
    this.form = newForm();
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

  async reset() {
    const sound = this.form.isSound();
    this.draw();
    if (!sound) return;
    this.setData({ busy: true, failure: "" });
    const { phone, smsCode, password } = this.form.values;
    try {
      const answer = await act<{ text: string }>(
        { method: "POST", path: "/api/password-resets" },
        { phone: plain(phone), smsCode: smsCode.trim(), password },
      );
      this.setData({ done: answer.text });
    } catch (error) {
      this.setData({ failure: this.form.sentenceFor(error) });
      this.draw();
    }
    this.setData({ busy: false });
  },

  signIn() {
    wx.reLaunch({ url: "/pages/login/login" });
  },

  rebind() {
    wx.redirectTo({ url: "/pages/rebind/rebind" });
  },
});
