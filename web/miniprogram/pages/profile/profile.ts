import type { Branch, Codes, Finding, Me } from "../../../shared/api";
import { STEPS, stepOf } from "../../../shared/rules/steps";
import { act } from "../../services/act";
import {
  type Field,
  type FieldEvent,
  showFirstError,
} from "../../services/field";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { pageFor } from "../../services/way";
import { askToPush, say } from "../../services/wechat";
import { Draft } from "./draft";
import { fieldsOf } from "./fields/fields";
import { calendar } from "./fields/sheet";
import { findingsOf, sentencesOf, stepsWith } from "./findings";
import { isInHand, openProfile } from "./opening";
import { takeTyped } from "./unsaved";
import { JUDGED, Verdict } from "./verdict";

/** The registration's profile in three steps, kept on the server as a draft. */
Page({
  data: {
    state: "LOADING",
    text: "",
    titles: STEPS.map((step) => step.title),
    step: 0,
    fields: [] as Field[],
    wrong: [] as boolean[],
    branch: {} as Partial<Branch>,
    returned: "",
    withdrawn: false,
    saved: "",
    failure: "",
    taken: false,
    busy: false,
  },
  draft: new Draft("", {}, {}),
  verdict: new Verdict(),
  errors: {} as Record<string, string>,
  codes: {} as Codes,
  templates: [] as string[],

  onLoad() {
    this.load();
  },

  onHide() {
    if (this.draft.unsaved) this.saveDraft();
  },

  onUnload() {
    this.onHide();
  },

  async load() {
    this.setData({ state: "LOADING" });
    try {
      const me = await get<Me>("/api/me");
      if (!isInHand(me)) return leave(me);
      this.codes = await get<Codes>("/api/codes");
      await this.fillIn(me);
      this.setData({ state: "READY" });
      this.draw();
      this.judge();
    } catch (error) {
      const kind = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state: kind, text: sentenceOf(error) });
    }
  },

  async fillIn(me: Me) {
    const opened = await openProfile(me);
    const { returned, withdrawn } = opened;
    const typed = takeTyped(me.account.id);
    const profile = { ...opened.profile, ...typed?.profile };
    const branch = typed?.branch ?? opened.branch ?? {};
    this.draft = new Draft(me.account.id, profile, branch);
    this.verdict = new Verdict();
    this.errors = {};
    this.templates = me.subscribeTemplates;
    this.setData({ returned, withdrawn });
  },

  draw() {
    const { draft, verdict, errors, codes } = this;
    const fields = fieldsOf(this.data.step, {
      ...{ profile: draft.profile, codes, errors },
      ...verdict.remarksOn(draft.profile),
      ...calendar(),
    });
    const wrong = stepsWith(errors);
    const { taken } = verdict;
    this.setData({ fields, wrong, taken, branch: draft.branch });
  },

  /** A new value takes its error away; an error that came for this very value stays. */
  onChange({ detail: { name, value } }: FieldEvent) {
    if (this.draft.set(name, value)) delete this.errors[name];
  },

  onSettle(event: FieldEvent) {
    const { name } = event.detail;
    this.onChange(event);
    this.recheck(name);
    this.draw();
    if (JUDGED.has(name)) this.judge();
  },

  onBranch({ detail }: { detail: { branch: Branch } }) {
    this.draft.choose(detail.branch);
    delete this.errors["branchId"];
    this.draw();
  },

  /** Says at once what is wrong with a field that has something in it. */
  recheck(name: string) {
    const { profile } = this.draft;
    if (this.errors[name] || !profile[name as keyof typeof profile]) return;
    const found = this.findings().find((finding) => finding.field === name);
    if (found) this.errors[name] = found.message;
  },

  /** Asks the server. While it can't be reached nothing is said here; the submission says it all. */
  async judge() {
    const { draft, verdict } = this;
    try {
      if (!(await verdict.ask(draft.profile))) return;
    } catch (error) {
      return draft.keepIfSignedOut(error);
    }
    const faults = sentencesOf(verdict.faultsOf(draft.profile));
    this.errors = { ...faults, ...this.errors };
    this.draw();
  },

  findings(): Finding[] {
    return findingsOf(this.draft.profile, this.verdict);
  },

  openStep({ detail }: { detail: { step: number } }) {
    this.moveTo(detail.step);
  },

  previous() {
    this.moveTo(this.data.step - 1);
  },

  next() {
    const { step } = this.data;
    const found = this.findings().filter((f) => stepOf(f.field) === step);
    if (found.length) return this.point(found);
    this.moveTo(step + 1);
  },

  moveTo(step: number) {
    this.setData({ step });
    this.draw();
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    this.saveDraft();
  },

  async saveDraft() {
    this.setData({ saved: await this.draft.save() });
  },

  /** WeChat asks for leave to push only right after a tap: nothing may be waited for before. */
  async submit() {
    if (this.data.busy) return;
    const found = this.findings();
    if (found.length) return this.point(found);
    this.setData({ busy: true, failure: "" });
    await askToPush(this.templates);
    try {
      const path = "/api/registration/submit";
      const me = await act<Me>({ method: "POST", path }, this.draft.profile);
      this.draft.unsaved = false;
      leave(me);
    } catch (error) {
      this.onTrouble(error);
    }
    this.setData({ busy: false });
  },

  onTrouble(error: unknown) {
    this.draft.keepIfSignedOut(error);
    const trouble = error instanceof Trouble ? error : undefined;
    if (trouble?.code === "REGISTRATION_PENDING")
      return void wx.reLaunch({ url: "/pages/status/status" });
    const found = trouble?.problem.errors ?? [];
    if (!found.length) return this.setData({ failure: sentenceOf(error) });
    this.verdict.hear(found);
    this.point(found);
  },

  /** Writes each finding beside its field and opens the step with the first. */
  point(found: Finding[]) {
    this.errors = sentencesOf(found);
    const step = Math.min(...found.map(({ field }) => stepOf(field)));
    this.setData({ step });
    this.draw();
    say(`有 ${Object.keys(this.errors).length} 处需要修改`);
    showFirstError(this.data.fields);
  },
});

function leave(me: Me) {
  wx.reLaunch({ url: pageFor(me) });
}
