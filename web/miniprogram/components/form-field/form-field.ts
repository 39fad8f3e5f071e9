import type { Field } from "../../services/field";
import { sayDay } from "../../../shared/rules/dates";
import { sayMonth } from "../../../shared/rules/months";

const AFTER_TAP_MILLIS = 200;

/**
 * One field of a form. Tells `change` with every keystroke and `settle` when the member has
 * finished with it.
 */
Component({
  options: { multipleSlots: true },
  properties: {
    field: { type: Object, value: {} as Field },
    /** For kind `branch`: the chosen branch. */
    branch: { type: Object, value: {} },
  },
  data: { shown: "", index: -1, spoken: "", typed: "", gone: false },
  lifetimes: {
    detached() {
      this.data.gone = true;
    },
  },
  observers: {
    field(field: Field) {
      const options = field.options ?? [];
      const index = options.findIndex((option) => option.code === field.value);
      this.setData({
        index,
        shown: shownValue(field, options[index]?.name),
        spoken: spokenLabel(field),
      });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value });
      this.tell("change", event.detail.value);
    },
    /**
     * Waits a moment: errors that appear move the page, and the tap that took the focus must land
     * first. A field that is gone by then stays silent: its page may have begun another form.
     */
    onBlur(event: WechatMiniprogram.InputBlur) {
      this.setData({ typed: event.detail.value });
      setTimeout(() => {
        if (!this.data.gone) this.tell("settle", this.data.typed);
      }, AFTER_TAP_MILLIS);
    },
    onChoose(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const options = (this.data.field as Field).options ?? [];
      this.tell("settle", options[Number(event.detail.value)]?.code ?? "");
    },
    onDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.tell("settle", event.detail.value);
    },
    onSwitch(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
      this.tell("settle", event.detail.value);
    },
    onRegion(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.tell("settle", event.detail.code);
    },
    onBranch(event: WechatMiniprogram.CustomEvent<{ branch: unknown }>) {
      this.triggerEvent("branch", event.detail);
    },
    tell(event: "change" | "settle", value: string | boolean) {
      const { name } = this.data.field as Field;
      this.triggerEvent(event, { name, value });
    },
  },
});

function shownValue(field: Field, optionName?: string): string {
  const value = typeof field.value === "string" ? field.value : "";
  if (field.kind === "month") return sayMonth(value);
  if (field.kind === "day") return sayDay(value);
  return optionName ?? "";
}

function spokenLabel(field: Field): string {
  const parts = [field.label];
  if (field.required) parts.push("必填");
  if (field.error) parts.push(`有误：${field.error}`);
  else if (field.warning) parts.push(`请核对：${field.warning}`);
  return parts.join("，");
}
