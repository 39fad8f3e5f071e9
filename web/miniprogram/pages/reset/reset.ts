import { checkPassword, checkPhone } from "../../../shared/rules/contacts";
import { act } from "../../services/act";
import type { Field } from "../../services/field";
import {
  Form,
  PASSWORD,
  PHONE,
  SMS_CODE,
  checkSmsCode,
  formPage,
  plain,
  sendForm,
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
  ...formPage,
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

  async reset() {
    await sendForm(this, async ({ phone, smsCode, password }) => {
      const answer = await act<{ text: string }>(
        { method: "POST", path: "/api/password-resets" },
        { phone: plain(phone), smsCode: smsCode.trim(), password },
      );
      this.setData({ done: answer.text });
    });
  },

  signIn() {
    wx.reLaunch({ url: "/pages/login/login" });
  },

  rebind() {
    wx.redirectTo({ url: "/pages/rebind/rebind" });
  },
});
