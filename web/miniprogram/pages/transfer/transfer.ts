import type { Transfer } from "../../../shared/api";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { download, openDocument } from "../../services/file";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { say } from "../../services/wechat";
import { type Shown, olderOf, reasonField, shownOf, wordsField } from "./view";

/** Where the member's transfer is, what may be done about it, and those before. */
Page({
  data: {
    state: "LOADING",
    text: "",
    transfer: null as Transfer | null,
    shown: null as Shown | null,
    older: [] as ReturnType<typeof olderOf>[],
    mayStart: false,
    /** WITHDRAW or APPEAL while its form is open. */
    part: "",
    field: {} as Field,
    photos: [] as string[],
    uploading: false,
    failure: "",
    busy: false,
  },
  wanted: "",
  typed: "",

  onLoad(query: Record<string, string | undefined>) {
    this.wanted = query["id"] ?? "";
  },

  /** What is being typed is not taken away by a look at something else. */
  onShow() {
    if (!this.data.part) this.load();
  },

  async load() {
    try {
      const { items } = await get<{ items: Transfer[] }>("/api/me/transfers");
      this.show(items);
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  show(items: Transfer[]) {
    const transfer = items.find(({ id }) => id === this.wanted) ?? items[0];
    const others = items.filter((one) => one !== transfer);
    this.setData({
      ...{ state: "READY", part: "", failure: "", photos: [] },
      transfer: transfer ?? null,
      shown: transfer ? shownOf(transfer) : null,
      older: this.wanted ? [] : others.map(olderOf),
      mayStart: !this.wanted && !items.some(({ state }) => state === "OPEN"),
    });
  },

  start() {
    wx.navigateTo({ url: "/pages/transferring/transferring" });
  },

  openOlder(event: WechatMiniprogram.BaseEvent) {
    const id = String(event.currentTarget.dataset["id"]);
    wx.navigateTo({ url: `/pages/transfer/transfer?id=${id}` });
  },

  openForm(event: WechatMiniprogram.BaseEvent) {
    const part = String(event.currentTarget.dataset["part"]);
    this.typed = "";
    this.setData({ part, failure: "", photos: [], uploading: false });
    this.draw();
  },

  closeForm() {
    this.setData({ part: "", failure: "" });
  },

  draw(error = "") {
    const field = this.data.part === "APPEAL" ? wordsField : reasonField;
    this.setData({ field: field(this.typed, error) });
  },

  onChange({ detail }: FieldEvent) {
    this.typed = String(detail.value);
  },

  onSettle(event: FieldEvent) {
    if (this.typed === event.detail.value && this.data.field.error) return;
    this.onChange(event);
    this.draw();
  },

  onPhotos({ detail }: { detail: { ids: string[] } }) {
    this.setData({ photos: detail.ids });
  },

  onUploading({ detail }: { detail: { busy: boolean } }) {
    this.setData({ uploading: detail.busy });
  },

  withdraw() {
    if (!this.typed.trim()) return this.draw("请写明撤回原因");
    return this.deed("withdraw", { reason: this.typed }, "已撤回，团籍没有变化");
  },

  appeal() {
    if (!this.typed.trim()) return this.draw("请写明申诉理由");
    const { photos } = this.data;
    return this.deed("appeal", { words: this.typed, photos }, "申诉已提交");
  },

  async deed(name: string, form: object, done: string) {
    if (this.data.busy) return;
    this.setData({ busy: true, failure: "" });
    const path = `/api/me/transfers/${this.data.transfer!.id}/${name}`;
    try {
      await act({ method: "POST", path }, form);
      say(done);
      await this.load();
      wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    } catch (error) {
      await this.refused(error);
    }
    this.setData({ busy: false });
  },

  /** Someone was quicker: what is shown is true again, and why stands above it. */
  async refused(error: unknown) {
    const beside = error instanceof Trouble ? error.fieldMessages() : {};
    const said = beside[this.data.field.name];
    if (said) return this.draw(said);
    if (error instanceof Trouble && error.status === 409) await this.load();
    this.setData({ failure: sentenceOf(error) });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  async openLetter() {
    const { letter } = this.data.transfer!;
    if (!letter || this.data.busy) return;
    this.setData({ busy: true, failure: "" });
    try {
      await openDocument(await download(letter.url), "pdf");
    } catch (error) {
      this.setData({ failure: sentenceOf(error) });
    }
    this.setData({ busy: false });
  },
});
