import type { Message, Messages } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";
import { newKey } from "../../services/act";
import { get, send } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { goOn } from "../../services/way";
import { say } from "../../services/wechat";

type Line = Message & { when: string };

/** What this member was told; also where it stands when no push could reach the phone. */
Page({
  data: {
    state: "LOADING",
    text: "",
    items: [] as Line[],
    next: "",
    busy: false,
  },

  onShow() {
    this.load();
  },

  async load() {
    try {
      const page = await get<Messages>("/api/me/messages");
      this.setData({ state: "READY", ...linesOf(page) });
      const newest = page.items[0];
      if (page.unread && newest) this.markRead(newest.id);
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  async more() {
    this.setData({ busy: true });
    try {
      const path = `/api/me/messages?before=${this.data.next}`;
      const { items, next } = linesOf(await get<Messages>(path));
      this.setData({ items: [...this.data.items, ...items], next });
    } catch (error) {
      say(sentenceOf(error));
    }
    this.setData({ busy: false });
  },

  /** What is on the page now has been seen; another time will do as well. */
  async markRead(upTo: string) {
    const path = "/api/me/messages/read";
    const call = { method: "POST", path, body: { upTo }, key: newKey() } as const;
    await send(call).catch(() => undefined);
  },

  async open() {
    await goOn().catch((error) => say(sentenceOf(error)));
  },
});

function linesOf({ items, next }: Messages): { items: Line[]; next: string } {
  const lines = items.map((one) => ({ ...one, when: sayInstant(one.at) }));
  return { items: lines, next: next ?? "" };
}
