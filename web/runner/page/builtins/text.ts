import { type BuiltIn, type Self, elementOf, fire } from "./define";

const properties = {
  value: null,
  name: String,
  type: String,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: String,
  disabled: Boolean,
  password: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  confirmType: String,
  autoHeight: Boolean,
  cursorSpacing: Number,
};

type Native = HTMLInputElement | HTMLTextAreaElement;

/** <input> and <textarea>: a native field inside the element, kept in step with the properties. */
export function textField(tag: "input" | "textarea"): BuiltIn {
  return {
    properties,
    observers: {
      value(value) {
        const native = this["native"] as Native | undefined;
        const text = String(value ?? "");
        if (native && native.value !== text) native.value = text;
      },
      "placeholder,disabled,password,type,maxlength,ariaLabel"() {
        if (this["native"]) dress(this, this["native"]);
      },
    },
    attached(element) {
      const native = document.createElement(tag);
      native.className = "wx-native";
      native.value = String(this.data["value"] ?? "");
      this["native"] = native;
      dress(this, native);
      listen(this, native);
      element.append(native);
      if (this.data["focus"]) native.focus();
    },
  };
}

function dress(self: Self, native: Native): void {
  const { data } = self;
  native.placeholder = data["placeholder"];
  native.disabled = data["disabled"];
  if (data["maxlength"] >= 0) native.maxLength = data["maxlength"];
  native.setAttribute("aria-label", data["ariaLabel"] || data["placeholder"]);
  elementOf(self).removeAttribute("aria-label");
  if (!(native instanceof HTMLInputElement)) return;
  native.type = data["password"] ? "password" : "text";
  native.inputMode = data["type"] === "number" ? "numeric" : "text";
  native.autocomplete = "off";
}

function listen(self: Self, native: Native): void {
  const tell = (name: string) => () =>
    fire(self, name, {
      value: native.value,
      cursor: native.selectionStart ?? 0,
    });
  native.addEventListener("input", (event) => {
    event.stopPropagation();
    tell("input")();
  });
  native.addEventListener("focus", tell("focus"));
  native.addEventListener("blur", tell("blur"));
  native.addEventListener("change", (event) => event.stopPropagation());
  native.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Enter") tell("confirm")();
  });
}
