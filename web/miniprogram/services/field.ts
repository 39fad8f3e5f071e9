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
