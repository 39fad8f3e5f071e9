import type { Account, Me } from "../../../shared/api";
import { checkPhone } from "../../../shared/rules/contacts";
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
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";

const newForm = () =>
  new Form(
    {
      phone: { ...PHONE, label: "新手机号" },
      smsCode: { ...SMS_CODE, hint: "发送到新手机号" },
      password: { ...PASSWORD, hint: "确认是您本人" },
    },
    {
      phone: (text) => checkPhone(plain(text))?.message,
      smsCode: checkSmsCode,
      password: (text) => (text ? undefined : "请填写登录密码"),
    },
  );

/** Changes the phone of whoever is signed in; nobody has to agree. */
Page({
  ...formPage,
  data: {
    state: "LOADING",
    text: "",
    current: "",
    fields: {} as Record<string, Field>,
    phone: "",
    busy: false,
    failure: "",
    done: "",
  },
  form: newForm(),

  onLoad() {
    this.form = newForm();
    this.load();
  },

  async load() {
    this.setData({ state: "LOADING" });
    try {
      const me = await get<Me>("/api/me");
      this.setData({ state: "READY", current: me.account.phone });
      this.draw();
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  async change() {
    await sendForm(this, async ({ phone, smsCode, password }) => {
      const account = await act<Account>(
        { method: "POST", path: "/api/me/phone" },
        { phone: plain(phone), smsCode: smsCode.trim(), password },
      );
      this.setData({ done: account.phone });
    });
  },

  back() {
    wx.navigateBack();
  },
});
