import type { Branch } from "../../../shared/api";
import { get } from "../../services/send";
import { memory } from "../../services/storage";
import { sentenceOf } from "../../services/trouble";
import { confirm } from "../../services/wechat";

const PAUSE_MILLIS = 300;

const WARNING =
  "请务必选对您现在所在的团支部。选错了，要等支部退回或撤回报到后才能更改，会耽误您的报到。不确定时，请向团支书要支部的二维码，扫码会自动填好。";

/**
 * Finds a branch by name, short name, code or pinyin initials. A wrong choice is mended only by a return or a withdrawal,
 * so that a warning comes first.
 */
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
    async open() {
      if (!(await confirm("请选对团支部", WARNING, "继续查找"))) return;
      this.setData({ searching: true, query: "", found: [], said: "" });
      if (memory.within.get()) await this.search("");
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
      if (!query && !memory.within.get())
        return this.setData({ found: [], said: "" });
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
    const within = memory.within.get();
    const path = `/api/branches?q=${encodeURIComponent(query)}${within ? `&within=${within}` : ""}`;
    const { items } = await get<{ items: Branch[] }>(path);
    const none =
      "没有找到。换个词试试：支部全称、简称或拼音首字母；也可以向团支书要二维码。";
    return { found: items, said: items.length ? "" : none };
  } catch (error) {
    return { found: [], said: sentenceOf(error) };
  }
}
