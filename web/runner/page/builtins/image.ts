import { type BuiltIn, elementOf, fire } from "./define";

/** <image>: as wide as it is told to be; `widthFix` keeps the picture's own shape. */
export const image: BuiltIn = {
  properties: {
    src: String,
    mode: String,
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
  },
  observers: {
    "src,mode,ariaLabel"() {
      const native = this["native"] as HTMLImageElement | undefined;
      if (!native) return;
      const { src, mode, ariaLabel } = this.data;
      if (src && native.getAttribute("src") !== src) native.src = src;
      native.alt = ariaLabel;
      native.hidden = !src;
      native.className = `wx-native wx-image-${mode || "scaleToFill"}`;
      elementOf(this).removeAttribute("aria-label");
    },
  },
  attached(element) {
    const native = document.createElement("img");
    this["native"] = native;
    const { src, mode, ariaLabel } = this.data;
    native.alt = ariaLabel;
    native.hidden = !src;
    native.className = `wx-native wx-image-${mode || "scaleToFill"}`;
    if (src) native.src = src;
    element.removeAttribute("aria-label");
    native.addEventListener("load", () =>
      fire(this, "load", {
        width: native.naturalWidth,
        height: native.naturalHeight,
      }),
    );
    native.addEventListener("error", () => fire(this, "error", {}));
    element.append(native);
  },
};
