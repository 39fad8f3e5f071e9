import type { Arrived, LinkedLine } from "../../../shared/api";
import { begin, redeem } from "../../services/linked";
import { get, send } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { goOn } from "../../services/way";
import { confirm, say } from "../../services/wechat";

const ENDED = "您取消了登录，或对方没有确认您的身份。可以再试一次，或换一种方式登录。";

/** The way to another house's sign-in and back, and what is linked. */
Page({
  data: {
    /** LOADING, OFFLINE, REFUSED, BROKEN; AWAY, PROOF, ENDED, LIST */
    state: "LOADING",
    text: "",
    address: "",
    provider: "",
    phone: "",
    lines: [] as (LinkedLine & { since: string })[],
    signedIn: false,
  },
  query: {} as Record<string, string | undefined>,

  onLoad(query: Record<string, string | undefined>) {
    this.query = query;
    this.open();
  },

  /** Also what 再试一次 does: everything here may be asked again. */
  async open() {
    const { provider, code, ended } = this.query;
    const signedIn = Boolean(memory.session.get());
    this.setData({ state: "LOADING", text: "", signedIn });
    try {
      if (code) await this.arrive(await redeem(code));
      else if (ended) this.setData({ state: "ENDED", text: ENDED });
      else if (provider) await this.leave(provider);
      else await this.list();
    } catch (error) {
      this.onTrouble(error);
    }
  },

  async leave(provider: string) {
    this.setData({ state: "AWAY", address: await begin(provider) });
  },

  async arrive(arrived: Arrived) {
    const { outcome, provider, phone, session } = arrived;
    if (outcome === "PROOF_NEEDED")
      return this.setData({ state: "PROOF", provider, phone: phone ?? "" });
    memory.journey.clear();
    if (outcome === "SIGNED_IN" && session) {
      memory.session.set(session);
      return goOn();
    }
    say(`已关联${provider}`);
    this.query = {};
    return this.list();
  },

  async onProven({ detail }: { detail: Arrived }) {
    try {
      await this.arrive(detail);
    } catch (error) {
      this.onTrouble(error);
    }
  },

  async list() {
    const { items } = await get<{ items: LinkedLine[] }>("/api/linked");
    const lines = items.map((line) => ({
      ...line,
      since: line.linkedAt ? `已关联，${day(line.linkedAt)}` : "未关联",
    }));
    this.setData({ state: "LIST", lines });
  },

  link({ currentTarget }: Tapped) {
    this.query = { provider: currentTarget.dataset.id };
    this.open();
  },

  async unlink({ currentTarget }: Tapped) {
    const { id, name } = currentTarget.dataset;
    const sure = await confirm(
      `解除${name}`,
      "解除后不能再用它登录；可以用手机号登录，忘记密码时用短信重设。",
      "解除",
    );
    if (!sure) return;
    try {
      await send({ method: "DELETE", path: `/api/linked/${id}` });
      say("已解除关联");
      await this.list();
    } catch (error) {
      this.onTrouble(error);
    }
  },

  onTrouble(error: unknown) {
    const trouble = error instanceof Trouble ? error : undefined;
    const final = /^LINKED_(FAILED|ELSEWHERE|ALREADY|PROVIDER_UNKNOWN|UNKNOWN)$/;
    const state = final.test(trouble?.code ?? "")
      ? "ENDED"
      : (trouble?.kind ?? "BROKEN");
    this.setData({ state, text: sentenceOf(error) });
  },

  toLogin() {
    wx.reLaunch({ url: "/pages/login/login" });
  },

  toList() {
    this.query = {};
    this.open();
  },
});

interface Tapped {
  currentTarget: { dataset: { id: string; name: string } };
}

function day(instant: string): string {
  const at = new Date(Date.parse(instant) + 8 * 3600_000);
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
}
