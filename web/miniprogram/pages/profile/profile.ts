import type {
  Branch,
  Codes,
  Me,
  Profile,
  StoredProfile,
} from "../../../shared/api";
import {
  sayInstant,
  todayInChina,
  writeDay,
} from "../../../shared/rules/dates";
import { monthOf, writeMonth } from "../../../shared/rules/months";
import { checkProfile } from "../../../shared/rules/profile";
import { STEPS, stepOf } from "../../../shared/rules/steps";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { pageFor } from "../../services/way";
import { askToPush, say } from "../../services/wechat";
import { fieldsOf } from "./fields/fields";
import { invitationIsSaved, openProfile } from "./opening";
import { keepTyped, takeTyped } from "./unsaved";

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
    busy: false,
  },
  account: "",
  profile: {} as Profile,
  errors: {} as Record<string, string>,
  codes: {} as Codes,
  templates: [] as string[],

  onLoad() {
    this.load();
  },

  async load() {
    this.setData({ state: "LOADING" });
    try {
      const me = await get<Me>("/api/me");
      if (me.registration?.state === "PENDING") return leave(me);
      this.codes = await get<Codes>("/api/codes");
      await this.fillIn(me);
      this.setData({ state: "READY" });
      this.draw();
    } catch (error) {
      const kind = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state: kind, text: sentenceOf(error) });
    }
  },

  async fillIn(me: Me) {
    const opened = await openProfile(me);
    const { returned, withdrawn } = opened;
    const typed = takeTyped(me.account.id);
    const branch = typed?.branch ?? opened.branch;
    this.account = me.account.id;
    this.profile = { ...opened.profile, ...typed?.profile };
    this.errors = {};
    this.templates = me.subscribeTemplates;
    this.setData({ returned, withdrawn, branch: branch ?? {} });
  },

  draw() {
    const today = todayInChina(new Date());
    const fields = fieldsOf(this.data.step, {
      profile: this.profile,
      codes: this.codes,
      errors: this.errors,
      today: writeDay(today),
      thisMonth: writeMonth(monthOf(today)),
    });
    const steps = Object.keys(this.errors).map(stepOf);
    const wrong = STEPS.map((_, index) => steps.includes(index));
    this.setData({ fields, wrong });
  },

  /** A new value takes its error away; an error that came for this very value stays. */
  onChange({ detail }: FieldEvent) {
    const { name, value } = detail;
    if ((this.profile[name as keyof Profile] ?? "") === value) return;
    Object.assign(this.profile, { [name]: value });
    delete this.errors[name];
  },

  onSettle(event: FieldEvent) {
    this.onChange(event);
    this.recheck(event.detail.name);
    this.draw();
  },

  onBranch({ detail }: { detail: { branch: Branch } }) {
    this.profile.branchId = detail.branch.id;
    delete this.profile.invitation;
    delete this.errors["branchId"];
    this.setData({ branch: detail.branch });
    this.draw();
  },

  /** Says at once what is wrong with a field that has something in it. */
  recheck(name: string) {
    if (this.errors[name] || !this.profile[name as keyof Profile]) return;
    const found = this.findings().find((finding) => finding.field === name);
    if (found) this.errors[name] = found.message;
  },

  findings() {
    return checkProfile(this.profile, todayInChina(new Date()));
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
    try {
      const call = { method: "PUT", path: "/api/registration" } as const;
      await act<StoredProfile>(call, this.profile);
      invitationIsSaved();
      const at = sayInstant(new Date().toISOString()).slice(-5);
      this.setData({ saved: `草稿已保存 ${at}` });
    } catch (error) {
      this.keepIfSignedOut(error);
      this.setData({ saved: `草稿没有保存：${sentenceOf(error)}` });
    }
  },

  keepIfSignedOut(error: unknown) {
    const { account, profile } = this;
    if (error instanceof Trouble && error.status === 401)
      keepTyped({ account, profile, branch: this.data.branch });
  },

  async submit() {
    if (this.data.busy) return;
    const found = this.findings();
    if (found.length) return this.point(found);
    this.setData({ busy: true, failure: "" });
    await askToPush(this.templates);
    try {
      const call = {
        method: "POST",
        path: "/api/registration/submit",
      } as const;
      leave(await act<Me>(call, this.profile));
    } catch (error) {
      this.onTrouble(error);
    }
    this.setData({ busy: false });
  },

  onTrouble(error: unknown) {
    this.keepIfSignedOut(error);
    if (error instanceof Trouble && error.code === "REGISTRATION_PENDING")
      return void wx.reLaunch({ url: "/pages/status/status" });
    const beside = error instanceof Trouble ? error.fieldMessages() : {};
    const found = Object.entries(beside).map(([field, message]) => ({
      field,
      message,
    }));
    if (found.length) this.point(found);
    else this.setData({ failure: sentenceOf(error) });
  },

  /** Writes each finding beside its field and opens the step with the first. */
  point(found: { field: string; message: string }[]) {
    this.errors = {};
    for (const { field, message } of found)
      this.errors[field] = this.errors[field] ?? message;
    const step = Math.min(...found.map(({ field }) => stepOf(field)));
    this.setData({ step });
    this.draw();
    say(`有 ${Object.keys(this.errors).length} 处需要修改`);
    const first = this.data.fields.find((field) => field.error);
    if (first)
      wx.pageScrollTo({ selector: `#field-${first.name}`, duration: 0 });
  },
});

function leave(me: Me) {
  wx.reLaunch({ url: pageFor(me) });
}
