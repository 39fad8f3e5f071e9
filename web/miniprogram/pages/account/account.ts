import type { Code, Named, SignedIn } from "../../../shared/api";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { plain } from "../../services/form";
import { get } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { goOn } from "../../services/way";
import { loginCode } from "../../services/wechat";
import { type AccountForm, accountFields, checkAccount } from "./fields";

/** Makes the account: phone by SMS code or by WeChat, password, university. */
Page({
  data: {
    fields: {} as Record<string, Field>,
    phone: "",
    /** What WeChat gave for the member's own number; good once. */
    phoneCode: "",
    busy: false,
    failure: "",
    taken: false,
  },
  form: {} as AccountForm,
  universities: [] as Code[],
  errors: {} as Record<string, string>,

  onLoad() {
    this.form = { phone: "", smsCode: "", password: "", universityId: "" };
    this.errors = {};
    this.draw();
    this.loadUniversities();
  },

  async loadUniversities() {
    try {
      const { items } = await get<{ items: Named[] }>("/api/universities");
      this.universities = items.map(({ id, name }) => ({ code: id, name }));
      this.setData({ failure: "" });
    } catch (error) {
      this.setData({ failure: sentenceOf(error) });
    }
    this.draw();
  },

  draw() {
    const fields = accountFields(
      this.form,
      this.universities ?? [],
      this.errors,
    );
    this.setData({ fields });
  },

  /** A new value takes its error away; an error that came for this very value stays. */
  onChange({ detail }: FieldEvent) {
    const name = detail.name as keyof AccountForm;
    if (this.form[name] === detail.value) return;
    this.form[name] = String(detail.value);
    delete this.errors[name];
    if (name === "phone") this.setData({ phone: this.form.phone });
  },

  onSettle(event: FieldEvent) {
    this.onChange(event);
    this.draw();
  },

  onCodeTrouble({ detail }: { detail: { message: string; apart: boolean } }) {
    if (detail.apart) return this.setData({ failure: detail.message });
    this.refuse({ phone: detail.message });
  },

  /** WeChat vouches for the number its user gives away here; no SMS is needed. */
  onConsent({ detail }: { detail: { code?: string; errMsg?: string } }) {
    if (!detail.code)
      return this.setData({ failure: "没有取得微信手机号，可以改用短信验证码。" });
    this.setData({ phoneCode: detail.code, failure: "" });
    this.refuse({});
  },

  bySms() {
    this.setData({ phoneCode: "" });
  },

  async register() {
    const errors = checkAccount(this.form, !!this.data.phoneCode);
    if (Object.keys(errors).length) return this.refuse(errors);
    this.setData({ busy: true, failure: "", taken: false });
    try {
      const made = await this.post();
      memory.session.set(made.session);
      memory.scan.clear();
      await goOn();
    } catch (error) {
      this.onTrouble(error);
    }
    this.setData({ busy: false });
  },

  post(): Promise<SignedIn> {
    const call = { method: "POST", path: "/api/accounts" } as const;
    const { phone, smsCode, ...rest } = this.form;
    const { phoneCode } = this.data;
    const proof = phoneCode
      ? { phoneCode }
      : { phone: plain(phone), smsCode: smsCode.trim() };
    const scan = memory.scan.get();
    const form = { ...proof, ...rest, ...(scan ? { scan } : {}) };
    return act<SignedIn>(call, form, async () => ({
      ...form,
      loginCode: await loginCode(),
    }));
  },

  onTrouble(error: unknown) {
    const beside = error instanceof Trouble ? error.fieldMessages() : {};
    const taken =
      error instanceof Trouble &&
      [error, ...(error.problem.errors ?? [])].some(
        (e) => e.code === "PHONE_TAKEN",
      );
    this.setData({ taken });
    // WeChat's code is good once: whatever was refused, the next try needs another.
    const consented = !!this.data.phoneCode && error instanceof Trouble;
    if (consented && error.kind === "REFUSED") this.setData({ phoneCode: "" });
    const { phoneCode, ...fields } = beside;
    if (phoneCode) return this.setData({ failure: phoneCode });
    if (Object.keys(fields).length) return this.refuse(fields);
    this.setData({ failure: sentenceOf(error) });
  },

  refuse(errors: Record<string, string>) {
    this.errors = errors;
    this.draw();
  },

  signIn() {
    wx.redirectTo({ url: "/pages/login/login" });
  },
});
