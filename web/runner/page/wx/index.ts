import type { Pages } from "../pages";
import { askToSubscribe } from "../sheets/consent";
import { openDialog, showToast } from "../sheets/dialog";
import { onlyByTap } from "../tap";
import { type Callbacks, answer } from "./answer";
import { files } from "./files";
import { actFor } from "./member";
import { request } from "./request";
import { scanCode } from "./scan";
import { storage } from "./storage";

const SUBSCRIPTION_NAMES: Record<string, string> = {
  "tmpl-registration-result": "报到审核结果通知",
};

type To = Callbacks & { url: string };

/** The part of `wx` that our pages use, standing in for WeChat's. */
export function makeWx(pages: Pages) {
  const move = (name: string, go: () => void, options?: Callbacks) =>
    answer(
      options,
      name,
      Promise.resolve()
        .then(go)
        .then(() => ({})),
    );
  return {
    ...storage,
    ...dialogs,
    ...files,
    request,
    scanCode: (options?: Callbacks) => answer(options, "scanCode", scanCode()),
    login: (options?: Callbacks) =>
      answer(options, "login", actFor<{ code: string }>("login-code", {})),
    requestSubscribeMessage,
    navigateTo: (to: To) => move("navigateTo", () => pages.push(to.url), to),
    redirectTo: (to: To) =>
      move("redirectTo", () => pages.redirect(to.url), to),
    reLaunch: (to: To) => move("reLaunch", () => pages.relaunch(to.url), to),
    navigateBack: (options?: Callbacks) =>
      move("navigateBack", () => pages.back(), options),
    setNavigationBarTitle: (options: Callbacks & { title: string }) =>
      move(
        "setNavigationBarTitle",
        () => pages.setTitle(options.title),
        options,
      ),
    pageScrollTo: (options: Callbacks & Scroll) =>
      move("pageScrollTo", () => scroll(pages, options), options),
    nextTick: (then: () => void) => void Promise.resolve().then(then),
  };
}

interface Scroll {
  scrollTop?: number;
  selector?: string;
}

function scroll(pages: Pages, { scrollTop, selector }: Scroll): void {
  const target = selector ? pages.find(selector) : undefined;
  if (target) target.scrollIntoView({ block: "center" });
  else scrollTo(0, scrollTop ?? 0);
}

const dialogs = {
  showToast(options: Callbacks & { title: string; duration?: number }) {
    showToast(options.title, options.duration ?? 1800);
    return answer(options, "showToast", Promise.resolve({}));
  },
  showModal(
    options: Callbacks & {
      title?: string;
      content?: string;
      showCancel?: boolean;
      cancelText?: string;
      confirmText?: string;
    },
  ) {
    const chosen = new Promise<{ confirm: boolean; cancel: boolean }>(
      (settle) =>
        openDialog({
          title: options.title ?? "",
          content: options.content ?? "",
          confirm: options.confirmText ?? "确定",
          cancel:
            options.showCancel === false
              ? undefined
              : (options.cancelText ?? "取消"),
          answer: (confirm) => settle({ confirm, cancel: !confirm }),
        }),
    );
    return answer(options, "showModal", chosen);
  },
};

function requestSubscribeMessage(options: Callbacks & { tmplIds: string[] }) {
  const names = options.tmplIds.map((id) => SUBSCRIPTION_NAMES[id] ?? id);
  const decided = onlyByTap(
    () => new Promise<boolean>((settle) => askToSubscribe(names, settle)),
  ).then((accept) =>
    actFor<{ result: Record<string, string> }>("subscriptions", {
      templateIds: options.tmplIds,
      accept,
    }),
  );
  return answer(
    options,
    "requestSubscribeMessage",
    decided.then((answered) => answered.result),
  );
}
