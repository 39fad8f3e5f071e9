import { download, openDocument } from "../../services/file";
import { sentenceOf } from "../../services/trouble";

type Kind = "pdf" | "xlsx";

/** All the system holds of the member, as a file to keep. */
Page({
  data: { busy: "", failure: "", done: "" },

  async export(event: WechatMiniprogram.BaseEvent) {
    const kind = event.currentTarget.dataset["kind"] as Kind;
    this.setData({ busy: kind, failure: "", done: "" });
    try {
      await openDocument(await download(`/api/me/export.${kind}`), kind);
      this.setData({ done: "文件已打开，可以在右上角菜单里保存或转发给自己。" });
    } catch (error) {
      this.setData({ failure: sentenceOf(error) });
    }
    this.setData({ busy: "" });
  },
});
