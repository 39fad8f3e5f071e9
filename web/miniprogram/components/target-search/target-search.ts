import type { TransferTarget } from "../../../shared/api";
import { get } from "../../services/send";
import { sentenceOf } from "../../services/trouble";
import { scan } from "../../services/wechat";
import { codeIn } from "./code";

const PAUSE_MILLIS = 300;
const NONE =
  "没有找到。换个词试试：全称、简称、组织代码或拼音首字母；也可以请对方出示转入二维码。";
const NO_CODE =
  "这不是团组织的转入二维码。请扫描对方团组织出示的转入二维码，也可以按名称查找。";

/** Finds the branch or committee a transfer leads to: by words, or by the code on its wall. Tells `choose`. */
Component({
  properties: {
    target: { type: Object, value: {} as Partial<TransferTarget> },
    error: String,
  },
  data: {
    searching: false,
    query: "",
    found: [] as TransferTarget[],
    said: "",
  },
  methods: {
    open() {
      this.setData({ searching: true, query: "", found: [], said: "" });
    },
    /** What is still being looked for is wanted no more. */
    close() {
      this.setData({ searching: false, query: "", said: "" });
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
      this.setData({ said: "正在查找…" });
      const result = await find(query);
      if (this.data.query === query) this.setData(result);
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.tell(this.data.found[event.currentTarget.dataset["index"]]!);
    },
    async scan() {
      const content = await scan();
      if (content === undefined) return;
      const code = codeIn(content);
      if (!code) return this.setData({ said: NO_CODE });
      try {
        this.tell(await targetOf(code));
      } catch (error) {
        this.setData({ said: sentenceOf(error) });
      }
    },
    tell(target: TransferTarget) {
      this.close();
      this.triggerEvent("choose", { target });
    },
  },
});

/** Where a code leads now. */
function targetOf(code: string): Promise<TransferTarget> {
  return get<TransferTarget>(
    `/api/transfer-targets/${encodeURIComponent(code)}`,
  );
}

async function find(query: string) {
  try {
    const { items } = await get<{ items: TransferTarget[] }>(
      `/api/transfer-targets?q=${encodeURIComponent(query)}`,
    );
    return { found: items, said: items.length ? "" : NONE };
  } catch (error) {
    return { found: [], said: sentenceOf(error) };
  }
}
