import type { Region } from "../../../shared/api";
import { sentenceOf } from "../../services/trouble";
import { type Level, levelsTo } from "./levels";

const UNITS = ["省级", "市级", "县级"];

/** Province, city and county by GB/T 2260, one picker each; tells the code of the deepest one chosen. */
Component({
  properties: {
    code: String,
    label: String,
  },
  data: {
    levels: [] as (Level & { unit: string })[],
    /** What an older record holds in words. */
    words: "",
    said: "",
    told: "",
  },
  observers: {
    code(code: string) {
      if (code !== this.data.told || !this.data.levels.length) this.show(code);
    },
  },
  lifetimes: {
    attached() {
      if (!this.data.levels.length) this.show(this.data.code);
    },
  },
  methods: {
    async show(code: string) {
      this.data.told = code;
      try {
        const found = await levelsTo(code);
        if (this.data.told !== code) return;
        const levels = found.map((level, i) => ({
          ...level,
          unit: UNITS[i] ?? "",
        }));
        const words = code && !/^\d{6}$/.test(code) ? code : "";
        this.setData({ levels, words, said: "" });
      } catch (error) {
        this.setData({ said: sentenceOf(error) });
      }
    },
    again() {
      this.setData({ said: "" });
      this.show(this.data.code);
    },
    choose(event: WechatMiniprogram.PickerChange) {
      const at = Number(event.currentTarget.dataset["level"]);
      const level = this.data.levels[at];
      const region = level?.options[Number(event.detail.value)];
      if (region) this.tell(region);
    },
    async tell(region: Region) {
      await this.show(region.code);
      this.triggerEvent("choose", { code: region.code });
    },
    clear() {
      this.show("");
      this.triggerEvent("choose", { code: "" });
    },
  },
});
