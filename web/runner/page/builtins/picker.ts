import { openDateSheet } from "../sheets/dateSheet";
import { openOptionSheet } from "../sheets/optionSheet";
import { type BuiltIn, type Self, fire } from "./define";

/** <picker> with the modes `selector` and `date` (day, month or year). */
export const picker: BuiltIn = {
  properties: {
    mode: String,
    range: Array,
    rangeKey: String,
    value: null,
    start: String,
    end: String,
    fields: String,
    disabled: Boolean,
    headerText: String,
  },
  attached(element) {
    element.setAttribute("role", "button");
    element.setAttribute("aria-haspopup", "dialog");
    element.tabIndex = 0;
    element.addEventListener("click", () => {
      if (!this.data["disabled"]) open(this);
    });
  },
};

function open(self: Self): void {
  const { data } = self;
  const title = data["headerText"] || "请选择";
  const choose = (value: string | number) => fire(self, "change", { value });
  const cancel = () => fire(self, "cancel", {});
  if (data["mode"] === "date") {
    const { value, start, end } = data;
    const fields = data["fields"] || "day";
    openDateSheet({ title, value, start, end, fields, choose, cancel });
    return;
  }
  const names = (data["range"] as any[]).map((item) =>
    String(data["rangeKey"] ? item[data["rangeKey"]] : item),
  );
  openOptionSheet({
    title,
    names,
    selected: Number(data["value"]),
    choose,
    cancel,
  });
}
