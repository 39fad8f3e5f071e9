import type { History } from "../../../shared/api";
import { get } from "../../services/send";
import { openTransfer } from "../../services/transfers";
import { Trouble, sentenceOf } from "../../services/trouble";
import { type Now, type Step, nowOf, nowOfTransfer, stepOf } from "./view";

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
      const [{ now, items }, transfer] = await Promise.all([
        get<History>("/api/me/history"),
        openTransfer(),
      ]);
      const steps = items.map(stepOf);
      const shown = transfer ? nowOfTransfer(transfer) : nowOf(now);
      this.setData({ state: "READY", now: shown, steps });
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  showTransfer() {
    wx.navigateTo({ url: "/pages/transfer/transfer" });
  },
});
