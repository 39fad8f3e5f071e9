import { type BuiltIn, setOrRemove } from "./define";

export const button: BuiltIn = {
  properties: {
    type: String,
    size: String,
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
  },
  observers: {
    disabled(value) {
      setOrRemove(this, "disabled", value ? "disabled" : "");
      setOrRemove(this, "aria-disabled", value ? "true" : "");
      setOrRemove(this, "tabindex", value ? "-1" : "0");
    },
  },
  attached(element) {
    element.setAttribute("role", "button");
    element.tabIndex = this.data["disabled"] ? -1 : 0;
  },
};
