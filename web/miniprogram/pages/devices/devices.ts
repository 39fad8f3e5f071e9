import type { Device } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";
import { get, send } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { confirm, say } from "../../services/wechat";

interface Line {
  id: string;
  label: string;
  seen: string;
  opened: string;
  current: boolean;
}

/** Where the member is signed in; one is ended, or all. */
Page({
  data: { state: "LOADING", text: "", lines: [] as Line[], busy: false },

  onShow() {
    this.load();
  },

  async load() {
    try {
      const { items } = await get<{ items: Device[] }>("/api/devices");
      const lines = items.map((device) => ({
        id: device.id,
        label: device.label,
        seen: sayInstant(device.seenAt),
        opened: sayInstant(device.openedAt),
        current: device.current,
      }));
      this.setData({ state: "READY", lines });
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  async end(event: WechatMiniprogram.BaseEvent) {
    const { id, label } = event.currentTarget.dataset as Record<string, string>;
    const sure = await confirm("退出这台设备？", `${label} 需要重新登录。`, "退出");
    if (!sure) return;
    this.setData({ busy: true });
    try {
      await send({ method: "DELETE", path: `/api/devices/${id}` });
      say("已退出");
    } catch (error) {
      say(sentenceOf(error));
    }
    this.setData({ busy: false });
    await this.load();
  },

  async endAll() {
    const sure = await confirm("在所有设备退出登录？", "这台设备也会退出，需要重新登录。", "全部退出");
    if (!sure) return;
    this.setData({ busy: true });
    try {
      await send({ method: "DELETE", path: "/api/devices" });
      memory.session.clear();
      wx.reLaunch({ url: "/pages/login/login" });
    } catch (error) {
      say(sentenceOf(error));
    }
    this.setData({ busy: false });
  },
});
