import type { Field, FieldEvent } from "./field";
import { Trouble, sentenceOf } from "./trouble";

type Shape = Omit<Field, "name" | "value" | "error">;

/** The values of a small form, with the sentence that stands beside each. */
export class Form<Name extends string> {
  readonly values = {} as Record<Name, string>;
  private errors: Record<string, string> = {};

  constructor(
    private readonly shapes: Record<Name, Shape>,
    private readonly checks: Partial<
      Record<
        Name,
        (value: string, all: Record<Name, string>) => string | undefined
      >
    > = {},
  ) {
    for (const name of this.names()) this.values[name] = "";
  }

  /** The fields as form-field draws them. */
  drawn(): Record<Name, Field> {
    const fields = {} as Record<Name, Field>;
    for (const name of this.names())
      fields[name] = {
        ...this.shapes[name],
        name,
        value: this.values[name],
        ...(this.errors[name] ? { error: this.errors[name] } : {}),
      };
    return fields;
  }

  /** A new value takes its error away; an error that came for this very value stays. */
  change({ detail }: FieldEvent): void {
    const name = detail.name as Name;
    if (this.values[name] === detail.value) return;
    this.values[name] = String(detail.value);
    delete this.errors[name];
  }

  refuse(errors: Partial<Record<Name, string>>): void {
    this.errors = { ...errors } as Record<string, string>;
  }

  /** Whether it may be sent; else each fault stands beside its field. */
  isSound(...skipped: Name[]): boolean {
    this.errors = {};
    for (const name of this.names()) {
      const fault = skipped.includes(name)
        ? undefined
        : this.checks[name]?.(this.values[name], this.values);
      if (fault) this.errors[name] = fault;
    }
    return !Object.keys(this.errors).length;
  }

  /** Puts what the server refused beside its field; gives the sentence that belongs to none. */
  sentenceFor(error: unknown): string {
    const beside = error instanceof Trouble ? error.fieldMessages() : {};
    const known = Object.keys(beside).filter((name) => name in this.shapes);
    this.errors = Object.fromEntries(known.map((name) => [name, beside[name]!]));
    const other = Object.keys(beside).find((name) => !(name in this.shapes));
    if (other) return beside[other]!;
    return known.length ? "" : sentenceOf(error);
  }

  private names(): Name[] {
    return Object.keys(this.shapes) as Name[];
  }
}

/** As a page with one form is seen from here. */
interface FormPage {
  form: {
    values: object;
    drawn(): object;
    change(event: FieldEvent): void;
    refuse(errors: { phone?: string }): void;
  };
  setData(data: object): void;
}

/** What such a page does with its fields; spread into it. Its data hold `fields`, `phone` and `failure`. */
export const formPage = {
  draw(this: FormPage) {
    this.setData({ fields: this.form.drawn() });
  },

  onChange(this: FormPage, event: FieldEvent) {
    this.form.change(event);
    const { phone = "" } = this.form.values as { phone?: string };
    this.setData({ phone });
  },

  onSettle(this: FormPage, event: FieldEvent) {
    formPage.onChange.call(this, event);
    formPage.draw.call(this);
  },

  /** What went wrong with the SMS: beside the phone, or apart from it. */
  onCodeTrouble(
    this: FormPage,
    { detail }: { detail: { message: string; apart: boolean } },
  ) {
    if (detail.apart) return this.setData({ failure: detail.message });
    this.form.refuse({ phone: detail.message });
    formPage.draw.call(this);
  },
};

/** Sends a sound form; else, or when it is refused, each sentence stands where it belongs. */
export async function sendForm<Name extends string>(
  page: FormPage & { form: Form<Name> },
  deed: (values: Record<Name, string>) => Promise<void>,
): Promise<void> {
  const sound = page.form.isSound();
  formPage.draw.call(page);
  if (!sound) return;
  page.setData({ busy: true, failure: "" });
  try {
    await deed(page.form.values);
  } catch (error) {
    page.setData({ failure: page.form.sentenceFor(error) });
    formPage.draw.call(page);
  }
  page.setData({ busy: false });
}

export const PHONE: Shape = {
  label: "手机号",
  kind: "text",
  inputType: "number",
  maxlength: 13,
  required: true,
  placeholder: "11 位手机号码",
};

export const SMS_CODE: Shape = {
  label: "短信验证码",
  kind: "text",
  inputType: "number",
  maxlength: 6,
  required: true,
  placeholder: "6 位数字",
};

export const PASSWORD: Shape = {
  label: "登录密码",
  kind: "text",
  password: true,
  maxlength: 64,
  required: true,
  placeholder: "登录密码",
};

export const UNIVERSITY: Shape = {
  label: "所在高校",
  kind: "choice",
  required: true,
  placeholder: "请选择学校",
};

export const checkSmsCode = (text: string): string | undefined =>
  /^\d{4,8}$/.test(text.trim()) ? undefined : "请填写短信里的验证码";

export const plain = (phone: string): string => phone.replace(/[\s-]/g, "");
