import type * as adapter from "glass-easel-miniprogram-adapter";
import { button } from "./button";
import { type BuiltIn, define } from "./define";
import { image } from "./image";
import { picker } from "./picker";
import { switchBuiltIn } from "./switch";
import { textField } from "./text";
import { webView } from "./webView";

const pageMeta: BuiltIn = {
  properties: { rootFontSize: String, pageStyle: String },
  observers: {
    /** `system` follows the font size chosen in WeChat; here the address says which. */
    rootFontSize(value) {
      const chosen = new URLSearchParams(location.search).get("font");
      const size =
        value === "system" ? Number(chosen) || 16 : parseFloat(value);
      document.documentElement.style.fontSize = `${size || 16}px`;
    },
  },
};

const builtIns: Record<string, BuiltIn> = {
  view: { properties: { animation: null, catchMove: null } },
  text: { properties: { space: String, decode: null, userSelect: null } },
  "scroll-view": { properties: { scrollX: null, scrollY: null } },
  "page-meta": pageMeta,
  image,
  button,
  input: textField("input"),
  textarea: textField("textarea"),
  picker,
  switch: switchBuiltIn,
  "web-view": webView,
};

/** Registers what WeChat itself provides and tells the names. */
export function defineBuiltIns(space: adapter.CodeSpace): string[] {
  for (const [name, builtIn] of Object.entries(builtIns))
    define(space, name, builtIn);
  return Object.keys(builtIns);
}
