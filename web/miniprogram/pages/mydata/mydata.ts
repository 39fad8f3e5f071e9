import { act } from "../../services/act";
import type { Field, FieldEvent } from "../../services/field";
import { download, handOver } from "../../services/file";
import { Form, PASSWORD, SMS_CODE, checkSmsCode } from "../../services/form";
import { get } from "../../services/send";
import { Trouble, sentenceOf } from "../../services/trouble";
import { confirm, say } from "../../services/wechat";

interface Erasure {
  state: "PENDING" | "WITHDRAWN" | "RETURNED" | "AGREED" | "DONE";
  label: string;
  branch: string;
  askedAt: string;
  decidedBy: string | null;
  reason: string | null;
}

interface Outlook {
  way: "AT_ONCE" | "CONFIRMED";
  possible: boolean;
  code: string | null;
  text: string | null;
  erasure: Erasure | null;
}

type Wish = "" | "COPY" | "ERASE";

const newForm = () =>
  new Form(
    {
      password: { ...PASSWORD, hint: "确认是您本人" },
      smsCode: { ...SMS_CODE, hint: "发送到账号的手机号" },
    },
    {
      password: (text) => (text ? undefined : "请填写登录密码"),
      smsCode: checkSmsCode,
    },
  );

/** A member's own data: take a copy along, have it corrected, have it erased. */
Page({
  data: {
    state: "LOADING",
    text: "",
    outlook: null as Outlook | null,
    waiting: false,
    /** What the proof below is for. */
    wish: "" as Wish,
    bySms: false,
    /** The copy, when it has come and waits to be handed over. */
    file: "",
    fields: {} as Record<string, Field>,
    busy: false,
    failure: "",
    done: "",
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
      const outlook = await get<Outlook>("/api/me/data");
      const waiting = outlook.erasure?.state === "PENDING";
      this.setData({ state: "READY", outlook, waiting });
    } catch (error) {
      const state = error instanceof Trouble ? error.kind : "BROKEN";
      this.setData({ state, text: sentenceOf(error) });
    }
  },

  /** Asks first who it is, in the same place. */
  want(event: WechatMiniprogram.BaseEvent) {
    const wish = event.currentTarget.dataset["wish"] as Wish;
    this.form = newForm();
    this.setData({ wish, bySms: false, failure: "", done: "" });
    this.draw();
  },

  leaveIt() {
    this.setData({ wish: "", failure: "" });
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

  onCodeTrouble({ detail }: { detail: { message: string } }) {
    this.setData({ failure: detail.message });
  },

  otherWay() {
    this.form = newForm();
    this.setData({ bySms: !this.data.bySms, failure: "" });
    this.draw();
  },

  async go() {
    const sound = this.form.isSound(this.data.bySms ? "password" : "smsCode");
    this.draw();
    if (!sound) return;
    const { wish } = this.data;
    if (wish === "ERASE" && !(await this.isSure())) return;
    this.setData({ busy: true, failure: "" });
    try {
      await (wish === "ERASE" ? this.erase() : this.copy());
      this.setData({ wish: "" });
    } catch (error) {
      this.setData({ failure: this.form.sentenceFor(error) });
      this.draw();
    }
    this.setData({ busy: false });
  },

  isSure() {
    return confirm(
      "申请删除个人信息？",
      "上级团组织同意后，账号和全部资料会被删除，不能恢复。",
      "申请删除",
    );
  },

  proof() {
    const { password, smsCode } = this.form.values;
    return this.data.bySms ? { smsCode: smsCode.trim() } : { password };
  },

  async copy() {
    const { proof } = await act<{ proof: string }>(
      { method: "POST", path: "/api/me/data/proof" },
      this.proof(),
    );
    const file = await download("/api/me/export.zip", { "X-Proof": proof });
    this.setData({ file });
  },

  /** A step of its own, and as often as it takes: each copy costs one of the day's few. */
  async sendOn() {
    const sending = handOver(this.data.file, "我的数据.zip");
    this.setData({ failure: "", done: "" });
    try {
      if (await sending)
        this.setData({ done: "已发出，请在聊天中打开并保存。" });
    } catch (error) {
      this.setData({ failure: sentenceOf(error) });
    }
  },

  putAway() {
    this.setData({ file: "", failure: "", done: "" });
  },

  async erase() {
    await act({ method: "POST", path: "/api/me/data/erasure" }, this.proof());
    await this.load();
    this.setData({ done: "申请已提交，等待上级团组织确认。" });
  },

  async withdraw() {
    const sure = await confirm(
      "撤回申请？",
      "您的信息保持不变，以后可以再申请。",
      "撤回",
    );
    if (!sure) return;
    try {
      await act({ method: "POST", path: "/api/me/data/erasure/withdraw" }, {});
      this.setData({ done: "" });
      say("已撤回，信息保持不变");
    } catch (error) {
      say(sentenceOf(error));
    }
    this.load();
  },

  open(event: WechatMiniprogram.BaseEvent) {
    wx.navigateTo({ url: String(event.currentTarget.dataset["to"]) });
  },
});
