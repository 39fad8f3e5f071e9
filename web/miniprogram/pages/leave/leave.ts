import type {
  Leaving,
  LeavingOutlook,
  Me,
  RegistrationState,
} from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";
import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { Form } from "../../services/form";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { confirm, say } from "../../services/wechat";

const MOST = 300;
const OPEN = ["BRANCH", "SUPERIOR"];
const LEFT: Partial<Record<RegistrationState, string>> = {
  LEFT_AT_28: "已超龄离团",
  LEFT_VOLUNTARILY: "已退团",
  LEFT_OUTSIDE: "组织关系已转出本省",
};

const newForm = () =>
  new Form(
    {
      words: {
        kind: "long",
        label: "退团原因",
        required: true,
        maxlength: MOST,
        hint: `团支部和上级团组织会看到，最多 ${MOST} 字`,
      },
    },
    { words: (text) => (text.trim() ? undefined : "请写明退团原因") },
  );

/** 退团: asked for and taken back here; here also stands what became of it, and what somebody who left reads. */
Page({
  data: {
    state: "LOADING",
    text: "",
    left: "",
    leftTitle: "",
    outlook: null as LeavingOutlook | null,
    last: null as Leaving | null,
    open: false,
    mine: false,
    asked: "",
    fields: {} as Record<string, Field>,
    busy: false,
    failure: "",
  },
  form: newForm(),

  onLoad() {
    this.form = newForm();
  },

  onShow() {
    this.load();
  },

  async load() {
    try {
      const [me, outlook] = await Promise.all([
        get<Me>("/api/me"),
        get<LeavingOutlook>("/api/me/leaving"),
      ]);
      this.show(me, outlook);
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  show(me: Me, outlook: LeavingOutlook) {
    const last = lastOf(me, outlook);
    const leftTitle = LEFT[me.registration?.state ?? "DRAFT"] ?? "";
    this.setData({
      state: "READY",
      outlook,
      last,
      left: leftTitle ? me.registration!.next : "",
      leftTitle,
      open: Boolean(last && OPEN.includes(last.state)),
      mine: last?.startedSide === "MEMBER",
      asked: last ? sayInstant(last.startedAt) : "",
      fields: this.form.drawn(),
    });
  },

  draw() {
    this.setData({ fields: this.form.drawn() });
  },

  onChange(event: FieldEvent) {
    this.form.change(event);
  },

  onSettle(event: FieldEvent) {
    this.onChange(event);
    this.draw();
  },

  async ask() {
    const sound = this.form.isSound();
    this.draw();
    if (!sound) return;
    const sure = await confirm(
      "确定申请退团？",
      "团支部同意、上级团组织确认后退团；办结前可以撤回。",
      "提交申请",
    );
    if (sure)
      await this.run("/api/me/leaving", { words: this.form.values.words.trim() }, "已提交，等待团支部审核");
  },

  async withdraw() {
    const sure = await confirm("撤回退团申请？", "撤回后一切照旧。", "撤回");
    if (sure) await this.run("/api/me/leaving/withdraw", {}, "已撤回");
  },

  async run(path: string, body: object, done: string) {
    this.setData({ busy: true, failure: "" });
    try {
      await act({ method: "POST", path }, body);
      say(done);
      this.form = newForm();
      await this.load();
    } catch (error) {
      await this.refused(error);
    }
    this.setData({ busy: false });
  },

  /** Someone was quicker: what is shown is true again, and why stands above it. */
  async refused(error: unknown) {
    if (error instanceof Trouble && [404, 409].includes(error.status))
      await this.load();
    this.setData({ failure: this.form.sentenceFor(error) });
    this.draw();
  },

  openHistory() {
    wx.navigateTo({ url: "/pages/history/history" });
  },

  openSettings() {
    wx.navigateTo({ url: "/pages/settings/settings" });
  },

  openProfile() {
    wx.reLaunch({ url: "/pages/profile/profile" });
  },
});

/** What became of a registration that is gone is no news to somebody who registered anew. */
function lastOf({ registration }: Me, { last }: LeavingOutlook): Leaving | null {
  return !registration || registration.id === last?.registrationId ? last : null;
}
