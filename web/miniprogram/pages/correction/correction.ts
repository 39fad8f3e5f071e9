import type { Branch, Change, Edit, Me, Profile } from "../../../shared/api";
import { todayInChina } from "../../../shared/rules/dates";
import { checkProfile } from "../../../shared/rules/profile";
import { act } from "../../services/act";
import { describe, takeBack, wishOf } from "../../services/changes";
import {
  type Field,
  type FieldEvent,
  showFirstError,
} from "../../services/field";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { pageFor } from "../../services/way";
import { askToPush, confirm, say } from "../../services/wechat";
import { type Opened, openChange } from "../edit/opening";
import { correctionFields, evidenceField } from "./fields";

/** Asks the superior to correct what is locked, with words and pictures as evidence. */
Page({
  data: {
    state: "LOADING",
    text: "",
    /** FORM, PREVIEW or WAITING */
    part: "FORM",
    fields: [] as Field[],
    evidence: {} as Field,
    branch: {} as Partial<Branch>,
    changes: [] as Change[],
    photos: [] as string[],
    uploading: false,
    waiting: null as Edit | null,
    returned: null as Edit | null,
    next: "",
    failure: "",
    busy: false,
  },
  opened: {} as Opened,
  words: "",
  /** The number as it is recorded, masked: an empty field leaves it alone. */
  masked: "",
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
    const opened = await openChange(me, "CORRECTION");
    const { waiting, returned, branch, present } = opened;
    this.opened = opened;
    this.masked = present.documentNumber ?? "";
    opened.wished.documentNumber = "";
    this.templates = me.subscribeTemplates;
    this.errors = {};
    this.setData({
      ...{ state: "READY", waiting, returned, failure: "" },
      ...{ branch: branch ?? {}, part: waiting ? "WAITING" : "FORM" },
      next: me.registration?.next ?? "",
      // The picker went with the form.
      ...(waiting ? { photos: [], uploading: false } : {}),
    });
    this.draw();
  },

  draw() {
    const { wished, present, codes } = this.opened;
    const { errors } = this;
    const form = { profile: wished, present, codes, errors };
    const evidence = evidenceField(this.words, errors["evidence"]);
    this.setData({ fields: correctionFields(form), evidence });
  },

  onChange({ detail: { name, value } }: FieldEvent) {
    if (name === "evidence") this.words = String(value);
    else Object.assign(this.opened.wished, { [name]: value });
    delete this.errors[name];
  },

  onSettle(event: FieldEvent) {
    const { name } = event.detail;
    const said = this.errors[name];
    const before = this.opened.wished[name as keyof Profile];
    this.onChange(event);
    if (said && before === event.detail.value) this.errors[name] = said;
    this.draw();
  },

  onBranch({ detail }: { detail: { branch: Branch } }) {
    this.opened.wished.branchId = detail.branch.id;
    delete this.errors["branchId"];
    this.setData({ branch: detail.branch });
    this.draw();
  },

  onPhotos({ detail }: { detail: { ids: string[] } }) {
    this.setData({ photos: detail.ids });
  },

  onUploading({ detail }: { detail: { busy: boolean } }) {
    this.setData({ uploading: detail.busy });
  },

  async preview() {
    const { present, branch } = this.opened;
    this.wish = this.wishNow();
    if (!Object.keys(this.wish).length) return say("没有需要更正的内容");
    this.errors = this.faults();
    if (Object.keys(this.errors).length) return this.point();
    const shown = { ...present, documentNumber: this.masked };
    const both = [this.data.branch, branch ?? {}];
    const fields = this.data.fields;
    const changes = await describe(this.wish, shown, fields, both);
    this.setData({ part: "PREVIEW", changes, failure: "" });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  wishNow(): Profile {
    const { present, wished } = this.opened;
    const names = [...this.data.fields.map(({ name }) => name), "birthDate"];
    const wish = wishOf({ ...present, documentNumber: "" }, wished, names);
    if (wished.documentKind !== "OVERSEAS") delete wish.birthDate;
    return wish;
  },

  faults(): Record<string, string> {
    const found = checkProfile(this.opened.wished, todayInChina(new Date()));
    const faults = found.filter(({ field }) => field in this.wish);
    const messages = faults.map((f) => [f.field, f.message] as const);
    const said = this.words.trim() ? [] : [["evidence", NO_WORDS] as const];
    return Object.fromEntries([...messages, ...said]);
  },

  point() {
    this.setData({ part: "FORM" });
    this.draw();
    showFirstError([...this.data.fields, this.data.evidence]);
  },

  goBack() {
    this.setData({ part: "FORM", failure: "" });
    this.draw();
  },

  async submit() {
    if (this.data.busy) return;
    this.setData({ busy: true, failure: "" });
    await askToPush(this.templates);
    const { photos } = this.data;
    const form = { changes: this.wish, evidence: this.words, photos };
    try {
      const path = "/api/registration/corrections";
      await this.show(await act<Me>({ method: "POST", path }, form));
    } catch (error) {
      this.onTrouble(error);
    }
    this.setData({ busy: false });
  },

  onTrouble(error: unknown) {
    this.errors = error instanceof Trouble ? error.fieldMessages() : {};
    this.setData({ failure: sentenceOf(error) });
    if (Object.keys(this.errors).length) this.point();
  },

  async withdraw() {
    const question = "撤回后资料保持原样，可以重新申请。";
    if (!(await confirm("撤回更正", question, "撤回"))) return;
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
});

const NO_WORDS = "请说明更正的原因和依据";
