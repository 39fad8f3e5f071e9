import type { Certificate } from "../../../shared/api";
import { sayMonth } from "../../../shared/rules/months";
import { download, saveImage } from "../../services/file";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { say } from "../../services/wechat";

/** 电子团员证: the picture, to be shown and kept. */
Page({
  data: {
    state: "LOADING",
    text: "",
    picture: "",
    /** What the picture shows, for those who can't see it. */
    spoken: "",
    busy: false,
  },

  onLoad() {
    this.load();
  },

  async load() {
    this.setData({ state: "LOADING" });
    try {
      const picture = await download("/api/registration/card.png");
      const path = "/api/registration/certificate";
      const certificate = await get<Certificate>(path);
      this.setData({ state: "READY", picture, spoken: wordsOf(certificate) });
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  enlarge() {
    wx.previewImage({ urls: [this.data.picture] });
  },

  async save() {
    this.setData({ busy: true });
    try {
      await saveImage(this.data.picture);
      say("已保存到相册");
    } catch (error) {
      say(sentenceOf(error));
    }
    this.setData({ busy: false });
  },
});

function wordsOf({ name, branch, joinMonth, memberNumber }: Certificate) {
  const number = memberNumber ? `，发展团员编号 ${memberNumber}` : "";
  return `电子团员证：${name}，${branch.name}，${sayMonth(joinMonth)}入团${number}`;
}
