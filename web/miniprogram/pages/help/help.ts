import type { Faq } from "../../../shared/api";
import { get } from "../../services/send";
import { sentenceOf } from "../../services/trouble";
import { type Entry, TROUBLES, search } from "./entries";

/** What people ask, with a search; common troubles are known without a network. */
Page({
  data: {
    query: "",
    troubles: TROUBLES,
    questions: [] as Entry[],
    open: "",
    loading: true,
    said: "",
  },
  faq: [] as Entry[],

  onLoad() {
    this.load();
  },

  async load() {
    this.setData({ loading: true, said: "" });
    try {
      const { items } = await get<Faq>("/api/faq");
      this.faq = items.map(({ keyword, answer }) => ({
        question: keyword,
        answer,
      }));
    } catch (error) {
      this.setData({ said: sentenceOf(error) });
    }
    this.setData({ loading: false });
    this.find();
  },

  onInput(event: WechatMiniprogram.Input) {
    this.setData({ query: event.detail.value });
    this.find();
  },

  find() {
    const { query } = this.data;
    this.setData({
      troubles: search(TROUBLES, query),
      questions: search(this.faq, query),
    });
  },

  toggle(event: WechatMiniprogram.TouchEvent) {
    const question = String(event.currentTarget.dataset["question"]);
    this.setData({ open: this.data.open === question ? "" : question });
  },
});
