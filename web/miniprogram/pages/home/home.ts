import type {
  Certificate,
  Me,
  Messages,
  Transfer,
} from "../../../shared/api";
import { sayMonth } from "../../../shared/rules/months";
import { get } from "../../services/send";
import { openTransfer } from "../../services/transfers";
import { Trouble, sentenceOf } from "../../services/trouble";
import { type Waiting, waitingOf } from "./waiting";

/** The member's own page once the branch has agreed. */
Page({
  data: {
    state: "LOADING",
    text: "",
    certificate: null as Certificate | null,
    joined: "",
    waiting: null as Waiting | null,
    unread: "",
    transfer: null as Transfer | null,
  },

  onShow() {
    this.load();
  },

  async load() {
    try {
      const [certificate, me] = await Promise.all([
        get<Certificate>("/api/registration/certificate"),
        get<Me>("/api/me"),
      ]);
      const joined = sayMonth(certificate.joinMonth);
      const waiting = waitingOf(me.registration);
      this.setData({ state: "READY", certificate, joined, waiting });
      this.countUnread();
      this.lookForTransfer();
    } catch (error) {
      this.onTrouble(error);
    }
  },

  /** The page is whole without it. */
  async countUnread() {
    try {
      const { unread } = await get<Messages>("/api/me/messages");
      this.setData({ unread: unread ? `${unread} 条未读` : "" });
    } catch {
      this.setData({ unread: "" });
    }
  },

  /** Nor does it need this. */
  async lookForTransfer() {
    this.setData({ transfer: await openTransfer() });
  },

  onTrouble(error: unknown) {
    if (error instanceof Trouble && error.code === "LEAGUE_LEFT")
      return void wx.reLaunch({ url: "/pages/leave/leave" });
    if (error instanceof Trouble && error.code === "NOT_APPROVED")
      return void wx.reLaunch({ url: "/pages/status/status" });
    const state = error instanceof Trouble ? error.kind : "BROKEN";
    this.setData({ state, text: sentenceOf(error) });
  },

  openCertificate() {
    wx.navigateTo({ url: "/pages/certificate/certificate" });
  },

  openCard() {
    wx.navigateTo({ url: "/pages/card/card" });
  },

  openEdit() {
    wx.navigateTo({ url: "/pages/edit/edit" });
  },

  openWaiting() {
    wx.navigateTo({ url: this.data.waiting?.page ?? "/pages/edit/edit" });
  },

  showTransfer() {
    wx.navigateTo({ url: "/pages/transfer/transfer" });
  },

  openHistory() {
    wx.navigateTo({ url: "/pages/history/history" });
  },

  openMessages() {
    wx.navigateTo({ url: "/pages/messages/messages" });
  },

  openSettings() {
    wx.navigateTo({ url: "/pages/settings/settings" });
  },

  openHelp() {
    wx.navigateTo({ url: "/pages/help/help" });
  },
});
