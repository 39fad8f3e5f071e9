import { checkPhone } from "../../../shared/rules/contacts";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { plain } from "../../services/form";
import { Trouble, sentenceOf } from "../../services/trouble";
import { say } from "../../services/wechat";

/**
 * The field for an SMS code and the button that has one sent. Tells `change` and `settle` like a
 * form-field, and `trouble` when none could be sent.
 */
Component({
  properties: {
    field: { type: Object, value: {} as Field },
    phone: String,
    purpose: String,
    /** Sends to the signed-in member's own phone; `phone` and `purpose` say nothing then. */
    own: Boolean,
    /** Where a code to the own phone is asked for. */
    path: { type: String, value: "/api/me/closing/sms-codes" },
  },
  data: { wait: 0, until: 0, sentTo: "" },
  observers: {
    /** Another number need not wait for the code of the first; the same one told again does. */
    phone(phone: string) {
      if (this.data.wait > 0 && plain(phone) !== this.data.sentTo)
        this.setData({ until: 0, wait: 0 });
    },
  },
  methods: {
    onChange({ detail }: FieldEvent) {
      this.triggerEvent("change", detail);
    },
    onSettle({ detail }: FieldEvent) {
      this.triggerEvent("settle", detail);
    },
    async sendCode() {
      const phone = plain(this.data.phone);
      const finding = this.data.own ? undefined : checkPhone(phone);
      if (finding) return this.tell(finding.message);
      try {
        const answer = await this.ask(phone);
        const until = Date.now() + answer.resendAfterSeconds * 1000;
        this.setData({ until, sentTo: phone });
        this.tick();
        say("验证码已发送");
      } catch (error) {
        this.tell(
          sentenceOf(error),
          !(error instanceof Trouble && error.kind === "REFUSED"),
        );
      }
    },
    ask(phone: string): Promise<{ resendAfterSeconds: number }> {
      const path = this.data.own ? this.data.path : "/api/sms-codes";
      const wish = this.data.own ? {} : { phone, purpose: this.data.purpose };
      return act({ method: "POST", path }, wish);
    },
    /** @param apart: it is not about the number */
    tell(message: string, apart = false) {
      this.triggerEvent("trouble", { message, apart: apart || this.data.own });
    },
    tick() {
      const left = Math.ceil((this.data.until - Date.now()) / 1000);
      this.setData({ wait: Math.max(0, left) });
      if (left > 0) setTimeout(() => this.tick(), 1000);
    },
  },
});
