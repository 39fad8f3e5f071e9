import type { Branch } from "../../../shared/api";
import { get } from "../../services/send";
import { sentenceOf } from "../../services/trouble";

const PAUSE_MILLIS = 300;

/** Finds a branch by name, short name, code or pinyin initials. */
Component({
  properties: {
    branch: { type: Object, value: {} },
    label: String,
  },
  data: {
    searching: false,
    busy: false,
    query: "",
    found: [] as Branch[],
    said: "",
  },
  methods: {
    open() {
      this.setData({ searching: true, query: "", found: [], said: "" });
    },
    close() {
      this.setData({ searching: false });
    },
    onInput(event: WechatMiniprogram.Input) {
      const query = event.detail.value.trim();
      this.data.query = query;
      setTimeout(() => {
        if (this.data.query === query) this.search(query);
      }, PAUSE_MILLIS);
    },
    async search(query: string) {
      if (!query) return this.setData({ found: [], said: "" });
      this.setData({ busy: true, said: "正在查找…" });
      const result = await find(query);
      if (this.data.query !== query) return;
      this.setData({ busy: false, ...result });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const branch = this.data.found[event.currentTarget.dataset["index"]];
      this.setData({ searching: false });
      this.triggerEvent("choose", { branch });
    },
  },
});

async function find(query: string): Promise<{ found: Branch[]; said: string }> {
  try {
    const path = `/api/branches?q=${encodeURIComponent(query)}`;
    const { items } = await get<{ items: Branch[] }>(path);
    const none = "没有找到，换个词试试，也可以向团支书要二维码";
    return { found: items, said: items.length ? "" : none };
  } catch (error) {
    return { found: [], said: sentenceOf(error) };
  }
}
