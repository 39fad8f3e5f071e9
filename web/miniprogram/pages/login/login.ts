import type { SignedIn } from "../../../shared/api";
import { checkPhone } from "../../../shared/rules/contacts";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { memory } from "../../services/storage";
import { sentenceOf } from "../../services/trouble";
import { goOn } from "../../services/way";
import { loginCode } from "../../services/wechat";

/** Phone and password; WeChat's code binds this phone to the account. */
Page({
  data: {
    phone: {} as Field,
    password: {} as Field,
    busy: false,
    failure: "",
    again: false,
  },
  form: { phone: "", password: "" } as Record<string, string>,

  onLoad(query: Record<string, string | undefined>) {
    this.form = { phone: "", password: "" };
    this.setData({ again: query["again"] === "1" });
    this.draw({});
  },

  draw(errors: Record<string, string>) {
    const phone: Field = {
      name: "phone",
      label: "手机号",
      kind: "text",
      inputType: "number",
      maxlength: 13,
      placeholder: "报到时填写的手机号",
      value: this.form["phone"] ?? "",
      ...(errors["phone"] ? { error: errors["phone"] } : {}),
    };
    const password: Field = {
      name: "password",
      label: "密码",
      kind: "text",
      password: true,
      placeholder: "登录密码",
      value: this.form["password"] ?? "",
      ...(errors["password"] ? { error: errors["password"] } : {}),
    };
    this.setData({ phone, password });
  },

  onChange({ detail }: FieldEvent) {
    this.form[detail.name] = String(detail.value);
  },

  async signIn() {
    const errors = checkLogin(this.form);
    this.draw(errors);
    if (Object.keys(errors).length) return;
    this.setData({ busy: true, failure: "" });
    try {
      const call = {
        method: "POST",
        path: "/api/sessions",
        keepOn401: true,
      } as const;
      const signedIn = await act<SignedIn>(
        call,
        { ...this.form },
        async () => ({
          ...this.form,
          loginCode: await loginCode(),
        }),
      );
      memory.session.set(signedIn.session);
      await goOn();
    } catch (error) {
      this.setData({ failure: sentenceOf(error) });
    }
    this.setData({ busy: false });
  },

  /** Whoever this WeChat is bound to; nobody has to type. */
  async byWeChat() {
    this.setData({ busy: true, failure: "" });
    try {
      const call = {
        method: "POST",
        path: "/api/sessions/wechat",
        keepOn401: true,
      } as const;
      const signedIn = await act<SignedIn>(call, {}, async () => ({
        loginCode: await loginCode(),
      }));
      memory.session.set(signedIn.session);
      await goOn();
    } catch (error) {
      this.setData({ failure: sentenceOf(error) });
    }
    this.setData({ busy: false });
  },

  register() {
    wx.redirectTo({ url: "/pages/account/account" });
  },

  reset() {
    wx.navigateTo({ url: "/pages/reset/reset" });
  },

  rebind() {
    wx.navigateTo({ url: "/pages/rebind/rebind" });
  },
});

function checkLogin(form: Record<string, string>): Record<string, string> {
  const errors: Record<string, string> = {};
  const phone = checkPhone(form["phone"] ?? "");
  if (phone) errors["phone"] = phone.message;
  if (!form["password"]) errors["password"] = "请填写密码";
  return errors;
}
