import type { History } from "../../../shared/api";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { type Now, type Step, nowOf, stepOf } from "./view";

/** Who has it now, since when, what next; and every step so far, newest first. */
Page({
  data: {
    state: "LOADING",
    text: "",
    now: null as Now | null,
    steps: [] as Step[],
  },

  onShow() {
    this.load();
  },

  async load() {
    try {
      const { now, items } = await get<History>("/api/me/history");
      const steps = items.map(stepOf);
      this.setData({ state: "READY", now: nowOf(now), steps });
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  openTransfer() {
    wx.navigateTo({ url: "/pages/transfer/transfer" });
  },
});
