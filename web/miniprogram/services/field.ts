import type { Code } from "../../shared/api";

/** One field of a form as components/form-field draws it. */
export interface Field {
  name: string;
  label: string;
  kind:
    | "text"
    | "long"
    | "choice"
    | "month"
    | "day"
    | "switch"
    | "fixed"
    | "region"
    | "branch";
  value?: string | boolean;
  required?: boolean;
  hint?: string;
  /** Worth a second look, and no fault. */
  warning?: string;
  error?: string;
  placeholder?: string;
  inputType?: "text" | "number" | "idcard";
  password?: boolean;
  maxlength?: number;
  options?: Code[];
  end?: string;
}

/** What form-field tells its page. */
export interface FieldEvent {
  detail: { name: string; value: string | boolean };
}

/** Brings the first field with an error into sight; its element is called field-NAME. */
export function showFirstError(fields: Field[]): void {
  const first = fields.find((field) => field.error);
  if (first)
    wx.pageScrollTo({ selector: `#field-${first.name}`, duration: 0 });
}
