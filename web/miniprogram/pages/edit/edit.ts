import type { Change, Edit, Me, Profile } from "../../../shared/api";
import { todayInChina } from "../../../shared/rules/dates";
import { checkProfile } from "../../../shared/rules/profile";
import { act } from "../../services/act";
import {
  REVIEWED,
  describe,
  takeBack,
  tidy,
  wishOf,
} from "../../services/changes";
import {
  type Field,
  type FieldEvent,
  showFirstError,
} from "../../services/field";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { pageFor } from "../../services/way";
import { askToPush, confirm, say } from "../../services/wechat";
import { editFields, lockedRows } from "./fields";
import { type Opened, openChange } from "./opening";

type Marked = Change & { mark: string; waits: boolean };

/** Changes an approved profile: fill in, see old and new, send. */
Page({
  data: {
    state: "LOADING",
    text: "",
    /** FORM, PREVIEW or WAITING */
    part: "FORM",
    reviewed: [] as Field[],
    free: [] as Field[],
    locked: [] as { label: string; value: string }[],
    changes: [] as Marked[],
    waiting: null as Edit | null,
    returned: null as Edit | null,
    next: "",
    failure: "",
    busy: false,
  },
  opened: {} as Opened,
  errors: {} as Record<string, string>,
  wish: {} as Profile,
  templates: [] as string[],

  onLoad() {
    this.load();
  },

  async load() {
    this.setData({ state: "LOADING" });
    try {
      await this.show(await get<Me>("/api/me"));
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  async show(me: Me) {
    const page = pageFor(me);
    if (!page.includes("home")) return void wx.reLaunch({ url: page });
    this.opened = await openChange(me, "EDIT");
    this.templates = me.subscribeTemplates;
    this.errors = {};
    const { waiting, returned, present, branch } = this.opened;
    this.setData({
      ...{ state: "READY", waiting, returned, failure: "" },
      part: waiting ? "WAITING" : "FORM",
      next: me.registration?.next ?? "",
      locked: lockedRows(present, branch?.name ?? ""),
    });
    this.draw();
  },

  draw() {
    const { wished, present, codes } = this.opened;
    const { errors } = this;
    this.setData(editFields({ profile: wished, present, codes, errors }));
  },

  onChange({ detail: { name, value } }: FieldEvent) {
    if ((this.opened.wished[name as keyof Profile] ?? "") === value) return;
    Object.assign(this.opened.wished, { [name]: value });
    delete this.errors[name];
  },

  onSettle(event: FieldEvent) {
    this.onChange(event);
    this.draw();
  },

  /** Old and new before anything is sent. */
  async preview() {
    const { present, wished } = this.opened;
    const fields = [...this.data.reviewed, ...this.data.free];
    const names = Object.keys({ ...present, ...wished });
    this.wish = wishOf(present, tidy(wished), names);
    if (!Object.keys(this.wish).length) return say("资料没有变化，无需提交");
    this.errors = this.faults();
    if (Object.keys(this.errors).length) return this.point();
    this.setData({ busy: true });
    const all = editFields({
      ...{ profile: { ...wished, cadre: true }, present },
      ...{ codes: this.opened.codes, errors: {} },
    });
    const known = [...fields, ...all.reviewed];
    try {
      const changes = await describe(this.wish, present, known);
      this.setData({ part: "PREVIEW", changes: changes.map(marked) });
      wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    } catch (error) {
      say(sentenceOf(error));
    }
    this.setData({ busy: false });
  },

  /** Only what is changed is judged, and a cadre's fields with one another. */
  faults(): Record<string, string> {
    const names = Object.keys(this.wish);
    const ofCadre = names.some((n) => n === "cadre" || n.startsWith("duty"));
    const judged = ofCadre ? [...names, ...REVIEWED] : names;
    const found = checkProfile(this.opened.wished, todayInChina(new Date()));
    const mine = found.filter(({ field }) => judged.includes(field));
    return Object.fromEntries(mine.map((f) => [f.field, f.message]));
  },

  point() {
    this.setData({ part: "FORM" });
    this.draw();
    const fields = [...this.data.reviewed, ...this.data.free];
    showFirstError(fields);
  },

  goBack() {
    this.setData({ part: "FORM", failure: "" });
    this.draw();
  },

  async submit() {
    if (this.data.busy) return;
    this.setData({ busy: true, failure: "" });
    const waits = this.data.changes.some(({ field }) => isReviewed(field));
    if (waits) await askToPush(this.templates);
    try {
      const path = "/api/registration/edits";
      const me = await act<Me>({ method: "POST", path }, this.wish);
      if (waits) await this.show(me);
      else leave();
    } catch (error) {
      this.onTrouble(error);
    }
    this.setData({ busy: false });
  },

  onTrouble(error: unknown) {
    const beside = error instanceof Trouble ? error.fieldMessages() : {};
    this.errors = beside;
    this.setData({ failure: sentenceOf(error) });
    if (Object.keys(beside).length) this.point();
  },

  async withdraw() {
    const question = this.data.waiting
      ? "撤回后资料保持原样，可以重新修改提交。"
      : "原资料保持不变，这次修改作废。";
    if (!(await confirm("撤回修改", question, "撤回"))) return;
    this.setData({ busy: true });
    try {
      await this.show(await takeBack());
      say("已撤回，原资料不变");
    } catch (error) {
      say(sentenceOf(error));
      await this.load();
    }
    this.setData({ busy: false });
  },

  openCorrection() {
    wx.redirectTo({ url: "/pages/correction/correction" });
  },
});

function isReviewed(field: string): boolean {
  return REVIEWED.includes(field);
}

function marked(change: Change): Marked {
  const waits = isReviewed(change.field);
  return { ...change, waits, mark: waits ? "支部审核后生效" : "立即生效" };
}

function leave() {
  say("已修改，立即生效");
  if (getCurrentPages().length > 1) return void wx.navigateBack();
  wx.reLaunch({ url: "/pages/home/home" });
}
