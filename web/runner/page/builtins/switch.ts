import { type BuiltIn, elementOf, fire } from "./define";

export const switchBuiltIn: BuiltIn = {
  properties: { checked: Boolean, disabled: Boolean, color: String },
  observers: {
    checked(value) {
      if (this["native"]) this["native"].checked = value;
    },
    ariaLabel(value) {
      this["native"]?.setAttribute("aria-label", value);
      elementOf(this).removeAttribute("aria-label");
    },
  },
  attached(element) {
    const native = document.createElement("input");
    native.type = "checkbox";
    native.setAttribute("role", "switch");
    native.className = "wx-switch";
    native.checked = this.data["checked"];
    native.setAttribute("aria-label", this.data["ariaLabel"]);
    native.addEventListener("change", (event) => {
      event.stopPropagation();
      fire(this, "change", { value: native.checked });
    });
    this["native"] = native;
    element.removeAttribute("aria-label");
    element.append(native);
  },
};
