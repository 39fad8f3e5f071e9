import { phoneConsent } from "../wx/phone";
import { type BuiltIn, fire, setOrRemove } from "./define";

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
    element.addEventListener("click", () => {
      const { openType, disabled } = this.data;
      if (openType === "getPhoneNumber" && !disabled)
        void phoneConsent().then((told) => fire(this, "getphonenumber", told));
    });
  },
};
