import type { Code, Named, SignedIn } from "../../../shared/api";
import { checkPhone } from "../../../shared/rules/contacts";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { get } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { goOn } from "../../services/way";
import { loginCode, say } from "../../services/wechat";
import { type AccountForm, accountFields, checkAccount } from "./fields";

/** Makes the account: phone with SMS code, password, university. */
Page({
  data: {
    fields: {} as Record<string, Field>,
    wait: 0,
    busy: false,
    failure: "",
    taken: false,
  },
  form: {} as AccountForm,
  universities: [] as Code[],
  errors: {} as Record<string, string>,
  ticking: 0,

  onLoad() {
    this.form = { phone: "", smsCode: "", password: "", universityId: "" };
    this.errors = {};
    this.draw();
    this.loadUniversities();
  },

  onUnload() {
    clearInterval(this.ticking);
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
    if (name === "phone") this.stopCounting();
  },

  onSettle(event: FieldEvent) {
    this.onChange(event);
    this.draw();
  },

  async sendCode() {
    const phone = this.form.phone.replace(/\s/g, "");
    const finding = checkPhone(phone);
    if (finding) return this.refuse({ phone: finding.message });
    try {
      const call = { method: "POST", path: "/api/sms-codes" } as const;
      const answer = await act<{ resendAfterSeconds: number }>(call, {
        phone,
        purpose: "REGISTER",
      });
      this.countDown(answer.resendAfterSeconds);
      say("验证码已发送");
    } catch (error) {
      this.onTrouble(error, "phone");
    }
  },

  /** Another number need not wait for the code of the first. */
  stopCounting() {
    clearInterval(this.ticking);
    this.setData({ wait: 0 });
  },

  countDown(seconds: number) {
    clearInterval(this.ticking);
    this.setData({ wait: seconds });
    this.ticking = setInterval(() => {
      const wait = this.data.wait - 1;
      this.setData({ wait });
      if (wait <= 0) clearInterval(this.ticking);
    }, 1000);
  },

  async register() {
    const errors = checkAccount(this.form);
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
    const phone = this.form.phone.replace(/\s/g, "");
    const scan = memory.scan.get();
    const form = { ...this.form, phone, ...(scan ? { scan } : {}) };
    return act<SignedIn>(call, form, async () => ({
      ...form,
      loginCode: await loginCode(),
    }));
  },

  onTrouble(error: unknown, field = "") {
    const beside = error instanceof Trouble ? error.fieldMessages() : {};
    const taken =
      error instanceof Trouble &&
      [error, ...(error.problem.errors ?? [])].some(
        (e) => e.code === "PHONE_TAKEN",
      );
    this.setData({ taken });
    if (Object.keys(beside).length) return this.refuse(beside);
    if (field && error instanceof Trouble && error.kind === "REFUSED")
      return this.refuse({ [field]: error.message });
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
