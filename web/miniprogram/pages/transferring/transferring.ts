import type { Me, TransferChecked, TransferTarget } from "../../../shared/api";
import { codeIn } from "../../components/target-search/code";
import { act, newKey } from "../../services/act";
import {
  type Field,
  type FieldEvent,
  showFirstError,
} from "../../services/field";
import { get, send } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble, sentenceOf } from "../../services/trouble";
import { sayPlace } from "../transfer/view";
import { askToPush } from "../../services/wechat";
import { type Blocker, blockersOf } from "./blockers";
import {
  EMPTY,
  type Wish,
  faultsOf,
  fieldsOf,
  nameOfKind,
  nameOfReason,
  ours,
  typedOf,
} from "./fields";

type Target = Partial<TransferTarget>;

/** Begins a transfer: what stands in the way first, then what is wished for, then a look at all of it. */
Page({
  data: {
    state: "LOADING",
    text: "",
    /** FORM or PREVIEW */
    part: "FORM",
    blockers: [] as Blocker[],
    fields: [] as Field[],
    target: {} as Target,
    targetError: "",
    withTarget: false,
    rows: [] as { label: string; value: string }[],
    asked: [] as { no: number; name: string }[],
    failure: "",
    busy: false,
  },
  wish: { ...EMPTY } as Wish,
  errors: {} as Record<string, string>,
  templates: [] as string[],

  onLoad(query: Record<string, string | undefined>) {
    const code = codeIn(decodeURIComponent(query["q"] ?? ""));
    if (code) memory.target.set(code);
    this.wish = { ...EMPTY };
    this.errors = {};
    if (!memory.session.get())
      return void wx.reLaunch({ url: "/pages/login/login" });
    this.load();
  },

  async load() {
    this.setData({ state: "LOADING" });
    try {
      const [checked, me] = await Promise.all([
        this.check({}),
        get<Me>("/api/me"),
      ]);
      this.templates = me.subscribeTemplates;
      await this.takeScanned();
      this.setData({ state: "READY", blockers: blockersOf(checked) });
      this.draw();
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  check(wish: object): Promise<TransferChecked> {
    const path = "/api/me/transfers/check";
    return send({ method: "POST", path, body: wish, key: newKey() });
  },

  /** A code that was scanned in WeChat is the target, once; it waits until the server has said what it leads to. */
  async takeScanned() {
    const code = memory.target.get();
    if (!code) return;
    try {
      const path = `/api/transfer-targets/${encodeURIComponent(code)}`;
      const target = await get<TransferTarget>(path);
      memory.target.clear();
      this.wish.kind = "INSIDE";
      this.setData({ target });
    } catch (error) {
      if (!(error instanceof Trouble) || error.kind !== "REFUSED") throw error;
      memory.target.clear();
      this.setData({ failure: sentenceOf(error) });
    }
  },

  draw() {
    const { kind } = this.wish;
    this.setData({
      fields: fieldsOf(this.wish, this.errors),
      targetError: this.errors["targetId"] ?? "",
      withTarget: Boolean(kind) && kind !== "OUTSIDE",
    });
  },

  onChange({ detail: { name, value } }: FieldEvent) {
    if (this.wish[name as keyof Wish] === value) return;
    Object.assign(this.wish, { [name]: value });
    delete this.errors[name];
  },

  onSettle(event: FieldEvent) {
    this.onChange(event);
    this.draw();
  },

  onTarget({ detail }: { detail: { target: TransferTarget } }) {
    delete this.errors["targetId"];
    this.setData({ target: detail.target });
    this.draw();
  },

  go(event: WechatMiniprogram.BaseEvent) {
    const page = String(event.currentTarget.dataset["page"]);
    if (page === TRANSFER) return openTransfer();
    wx.navigateTo({ url: page });
  },

  async preview() {
    const { target } = this.data;
    this.errors = faultsOf(this.wish, target);
    if (Object.keys(this.errors).length) return this.point();
    this.setData({ busy: true, failure: "" });
    try {
      await this.judged(await this.check(await typedOf(this.wish, target)));
    } catch (error) {
      this.setData({ failure: sentenceOf(error) });
    }
    this.setData({ busy: false });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  async judged(checked: TransferChecked) {
    for (const { field, message } of checked.blockers)
      if (field) this.errors[ours(field)] ??= message;
    const blockers = blockersOf(checked);
    this.setData({ blockers });
    if (Object.keys(this.errors).length) return this.point();
    if (blockers.length) return;
    const rows = await this.rows();
    const asked = checked.asked.map((name, i) => ({ no: i + 1, name }));
    this.setData({ part: "PREVIEW", rows, asked });
  },

  async rows() {
    const { kind, reason, words, unit } = this.wish;
    const { target } = this.data;
    const typed = await typedOf(this.wish, target);
    const rows = [
      { label: "转接类型", value: nameOfKind(kind) },
      {
        label: "转往",
        value: "place" in typed ? sayPlace(typed.place) : (target.name ?? ""),
      },
      { label: "转接原因", value: nameOfReason(reason) },
    ];
    if (words.trim()) rows.push({ label: "说明", value: words.trim() });
    if (unit.trim()) rows.push({ label: "单位", value: unit.trim() });
    return rows;
  },

  point() {
    this.setData({ part: "FORM" });
    this.draw();
    const target = { name: "targetId", error: this.data.targetError };
    showFirstError([...this.data.fields, target as Field]);
  },

  goBack() {
    this.setData({ part: "FORM", failure: "" });
    this.draw();
  },

  async submit() {
    if (this.data.busy) return;
    this.setData({ busy: true, failure: "" });
    await askToPush(this.templates);
    try {
      const form = await typedOf(this.wish, this.data.target);
      await act({ method: "POST", path: "/api/me/transfers" }, form);
      openTransfer();
    } catch (error) {
      this.onTrouble(error);
    }
    this.setData({ busy: false });
  },

  onTrouble(error: unknown) {
    this.setData({ failure: sentenceOf(error) });
    if (!(error instanceof Trouble)) return;
    const beside = Object.entries(error.fieldMessages());
    for (const [field, said] of beside)
      if (field) this.errors[ours(field)] = said;
    if (Object.keys(this.errors).length) this.point();
  },
});

const TRANSFER = "/pages/transfer/transfer";

/** The page this one was opened from; after a scan there is none. */
function openTransfer(): void {
  if (getCurrentPages().length > 1) return void wx.navigateBack();
  wx.redirectTo({ url: TRANSFER });
}
