import type { History, Me } from "../../../shared/api";
import { act } from "../../services/act";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { pageFor } from "../../services/way";
import { confirm, say } from "../../services/wechat";
import { type StatusView, viewOf } from "./view";

const EVERY_MILLIS = 4000;

/** Who has the registration now, since when, and what comes next. */
Page({
  data: {
    state: "LOADING",
    text: "",
    view: null as StatusView | null,
    busy: false,
    stale: "",
  },
  timer: 0,

  onShow() {
    this.refresh();
    clearInterval(this.timer);
    this.timer = setInterval(() => this.refresh(), EVERY_MILLIS);
  },

  onHide() {
    clearInterval(this.timer);
  },

  onUnload() {
    clearInterval(this.timer);
  },

  async refresh() {
    try {
      const [me, { now }] = await Promise.all([
        get<Me>("/api/me"),
        get<History>("/api/me/history"),
      ]);
      this.show(me, now);
    } catch (error) {
      this.onTrouble(error);
    }
  },

  show(me: Me, now: History["now"]) {
    const page = pageFor(me);
    if (!page.includes("status")) {
      clearInterval(this.timer);
      return void wx.reLaunch({ url: page });
    }
    this.setData({ state: "READY", view: viewOf(me.registration!, now), stale: "" });
  },

  /** What is known stays on the page; only a first failure takes its place. */
  onTrouble(error: unknown) {
    const text = sentenceOf(error);
    if (this.data.view) return this.setData({ stale: text });
    const state = error instanceof Trouble ? error.kind : "BROKEN";
    this.setData({ state, text });
  },

  async withdraw() {
    const sure = await confirm(
      "撤回报到",
      "撤回后可以修改资料，需要重新提交，支部才会审核。",
      "撤回",
    );
    if (!sure) return;
    this.setData({ busy: true });
    try {
      const call = {
        method: "POST",
        path: "/api/registration/withdraw",
      } as const;
      this.show(await act<Me>(call, {}), null);
    } catch (error) {
      say(sentenceOf(error));
      this.refresh();
    }
    this.setData({ busy: false });
  },

  openHistory() {
    wx.navigateTo({ url: "/pages/history/history" });
  },

  openHelp() {
    wx.navigateTo({ url: "/pages/help/help" });
  },

  edit() {
    wx.navigateTo({ url: "/pages/profile/profile" });
  },
});
