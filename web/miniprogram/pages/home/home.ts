import type { Certificate } from "../../../shared/api";
import { sayMonth } from "../../../shared/rules/months";
import { get, send } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { confirm } from "../../services/wechat";

/** The member's own page once the branch has agreed. */
Page({
  data: {
    state: "LOADING",
    text: "",
    certificate: null as Certificate | null,
    joined: "",
  },

  onShow() {
    this.load();
  },

  async load() {
    try {
      const certificate = await get<Certificate>(
        "/api/registration/certificate",
      );
      const joined = sayMonth(certificate.joinMonth);
      this.setData({ state: "READY", certificate, joined });
    } catch (error) {
      this.onTrouble(error);
    }
  },

  onTrouble(error: unknown) {
    if (error instanceof Trouble && error.code === "NOT_APPROVED")
      return void wx.reLaunch({ url: "/pages/status/status" });
    const state = error instanceof Trouble ? error.kind : "BROKEN";
    this.setData({ state, text: sentenceOf(error) });
  },

  openCertificate() {
    wx.navigateTo({ url: "/pages/certificate/certificate" });
  },

  async signOut() {
    if (!(await confirm("退出登录", "下次需要用手机号和密码登录。", "退出")))
      return;
    await send({
      method: "DELETE",
      path: "/api/sessions/current",
      keepOn401: true,
    }).catch(() => undefined);
    memory.session.clear();
    wx.reLaunch({ url: "/pages/login/login" });
  },
});
