import { type BuiltIn, type Self, elementOf, fire } from "./define";

/** <image>: as wide as it is told to be; `widthFix` keeps the picture's own shape. */
export const image: BuiltIn = {
  properties: {
    src: String,
    mode: String,
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
  },
  observers: {
    "src,mode,ariaLabel,ariaRole"() {
      if (this["native"]) dress(this, this["native"]);
    },
  },
  attached(element) {
    const native = document.createElement("img");
    this["native"] = native;
    dress(this, native);
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

/** The picture inside has the words; said twice they would only disturb. */
function dress(self: Self, native: HTMLImageElement): void {
  const { src, mode, ariaLabel } = self.data;
  if (src && native.getAttribute("src") !== src) native.src = src;
  native.alt = ariaLabel;
  native.hidden = !src;
  native.className = `wx-native wx-image-${mode || "scaleToFill"}`;
  elementOf(self).removeAttribute("aria-label");
  elementOf(self).removeAttribute("role");
}
