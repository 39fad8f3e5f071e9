import type { Account, Me, Rebinding } from "../../../shared/api";
import { act } from "../../services/act";
import { get, send } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { confirm, say } from "../../services/wechat";

/** The account's own things; what someone else asked for it stands on top. */
Page({
  data: {
    state: "LOADING",
    text: "",
    phone: "",
    university: "",
    asked: null as Rebinding | null,
  },

  onShow() {
    this.load();
  },

  async load() {
    try {
      const [me, open] = await Promise.all([
        get<Me>("/api/me"),
        get<{ rebinding: Rebinding | null }>("/api/me/rebinding"),
      ]);
      this.setData({
        state: "READY",
        phone: me.account.phone,
        university: nameOf(me.account),
        asked: open.rebinding,
      });
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  async refuse() {
    const sure = await confirm("拒绝这次换绑？", "账号不会有变化，申请人会收到通知。", "拒绝");
    if (!sure) return;
    try {
      await act({ method: "POST", path: "/api/me/rebinding/refusal" }, {});
      say("已拒绝，账号没有变化");
    } catch (error) {
      say(sentenceOf(error));
    }
    this.load();
  },

  open(event: WechatMiniprogram.BaseEvent) {
    wx.navigateTo({ url: String(event.currentTarget.dataset["to"]) });
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

function nameOf({ university }: Account): string {
  return typeof university === "string" ? university : (university?.name ?? "");
}
