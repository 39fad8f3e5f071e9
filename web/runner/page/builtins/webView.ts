import { type BuiltIn, elementOf, fire } from "./define";

/** What a page inside asks of the mini-program around it (bridge.js): the part of wx.miniProgram that ours uses. */
interface Wish {
  tuanwu?: string;
  call?: string;
  url?: string;
}

const CALLS = ["navigateTo", "redirectTo", "reLaunch", "navigateBack"];

/** <web-view>: a page from outside that fills the mini-program below its title bar. */
export const webView: BuiltIn = {
  properties: { src: String },
  observers: {
    src(value) {
      const frame = this["frame"] as HTMLIFrameElement | undefined;
      if (frame && value && frame.src !== value) frame.src = value;
    },
  },
  attached(element) {
    const frame = document.createElement("iframe");
    frame.className = "wx-web-view";
    frame.title = "网页";
    frame.addEventListener("load", () =>
      fire(this, "load", { src: frame.src }),
    );
    this["frame"] = frame;
    element.append(frame);
    if (this.data["src"]) frame.src = this.data["src"];
    const listen = (event: MessageEvent<Wish>) => {
      if (!frame.isConnected) return removeEventListener("message", listen);
      const ours =
        event.source === frame.contentWindow && event.origin === location.origin;
      if (ours && event.data.tuanwu === "mini-program" && elementOf(this))
        obey(event.data);
    };
    addEventListener("message", listen);
  },
};

function obey({ call = "", url }: Wish): void {
  const wx = (window as unknown as Record<string, any>)["wx"];
  if (CALLS.includes(call)) wx[call](url ? { url } : {});
}
