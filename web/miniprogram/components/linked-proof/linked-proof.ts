import type { Arrived, Code, Named } from "../../../shared/api";
import type { Field, FieldEvent } from "../../services/field";
import { prove, sendCode } from "../../services/linked";
import { get } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { loginCode, say } from "../../services/wechat";
import { type ProofForm, checkProof, proofFields, proofOf } from "./fields";

/** Asks whose phone it is: by SMS or by the account's password, once. Tells its page with `arrived`. */
Component({
  properties: {
    provider: String,
    /** The provider's, masked; empty when it names none. */
    phone: String,
  },
  data: {
    fields: {} as Record<string, Field>,
    byPassword: false,
    other: false,
    newcomer: false,
    wait: 0,
    busy: false,
    failure: "",
    over: false,
  },
  lifetimes: {
    created() {
      const self = this as any;
      self.form = { phone: "", smsCode: "", password: "", universityId: "" };
      self.errors = {};
      self.universities = [];
    },
    attached() {
      this.draw();
    },
    detached() {
      clearInterval((this as any).ticking);
    },
  },
  methods: {
    draw() {
      const { form, errors, universities } = this as any;
      const fields = proofFields(form as ProofForm, universities, errors);
      this.setData({ fields });
    },

    onChange({ detail }: FieldEvent) {
      const self = this as any;
      if (self.form[detail.name] === detail.value) return;
      self.form[detail.name] = String(detail.value);
      delete self.errors[detail.name];
    },

    onSettle(event: FieldEvent) {
      this.onChange(event);
      this.draw();
    },

    switchWay() {
      this.setData({ byPassword: !this.data.byPassword, failure: "" });
      this.refuse({});
    },

    useOther() {
      this.setData({ other: true });
    },

    asks(): boolean {
      return this.data.other || !this.data.phone;
    },

    async sendCode() {
      const { form } = this as any;
      const wrong = checkProof(form, { phone: this.asks() });
      if (wrong["phone"]) return this.refuse(wrong);
      this.setData({ failure: "" });
      try {
        const phone = this.asks() ? form.phone : "";
        this.countDown((await sendCode(phone)).resendAfterSeconds);
        say("验证码已发送");
      } catch (error) {
        this.onTrouble(error);
      }
    },

    countDown(seconds: number) {
      const self = this as any;
      clearInterval(self.ticking);
      this.setData({ wait: seconds });
      self.ticking = setInterval(() => {
        const wait = this.data.wait - 1;
        this.setData({ wait });
        if (wait <= 0) clearInterval(self.ticking);
      }, 1000);
    },

    async submit() {
      const { form } = this as any;
      const { byPassword, newcomer } = this.data;
      const asked = {
        phone: this.asks(),
        [byPassword ? "password" : "smsCode"]: true,
        universityId: newcomer && !byPassword,
      };
      const wrong = checkProof(form, asked);
      if (Object.keys(wrong).length) return this.refuse(wrong);
      this.setData({ busy: true, failure: "" });
      try {
        const scan = memory.scan.get();
        const given = { ...proofOf(form, asked), ...(scan ? { scan } : {}) };
        const arrived = await prove(given, async () => ({
          loginCode: await loginCode(),
        }));
        memory.scan.clear();
        this.triggerEvent("arrived", arrived as Arrived);
      } catch (error) {
        this.onTrouble(error);
      }
      this.setData({ busy: false });
    },

    onTrouble(error: unknown) {
      const trouble = error instanceof Trouble ? error : undefined;
      const beside = trouble?.fieldMessages() ?? {};
      if (beside["universityId"]) this.askUniversity();
      this.refuse(beside);
      if (beside["phone"] && !this.asks()) this.setData({ other: true });
      if (!Object.keys(beside).length)
        this.setData({
          failure: sentenceOf(error),
          over: trouble?.code === "LINKED_FAILED",
        });
    },

    /** The field comes with its choices, never before them. */
    async askUniversity() {
      try {
        const { items } = await get<{ items: Named[] }>("/api/universities");
        const codes: Code[] = items.map(({ id, name }) => ({ code: id, name }));
        (this as any).universities = codes;
        this.draw();
        this.setData({ newcomer: true });
      } catch (error) {
        this.setData({ failure: sentenceOf(error) });
      }
    },

    refuse(errors: Record<string, string>) {
      (this as any).errors = errors;
      this.draw();
    },

    again() {
      wx.reLaunch({ url: "/pages/login/login" });
    },
  },
});
