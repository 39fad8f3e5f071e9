import { type Sheet, openSheet } from "./sheet";
import { make } from "./veil";

export interface DateSheet extends Sheet {
  value: string;
  start: string;
  end: string;
  fields: "year" | "month" | "day";
  choose: (value: string) => void;
}

/** Columns for year, month and day, as many as `fields` asks for. */
export function openDateSheet(sheet: DateSheet): void {
  const first = Number((sheet.start || "1900").slice(0, 4));
  const last = Number((sheet.end || "2100").slice(0, 4));
  const [year, month, day] = (sheet.value || sheet.end || "2000-01-01").split(
    "-",
  );
  const columns = [column("年", last, first, Number(year))];
  if (sheet.fields !== "year") columns.push(column("月", 1, 12, Number(month)));
  if (sheet.fields === "day")
    columns.push(column("日", 1, 31, Number(day ?? 1)));
  const body = make("div", "wx-columns");
  body.append(...columns.map((select) => labelled(select)));
  openSheet(sheet, body, () =>
    sheet.choose(
      columns.map((select) => select.value.padStart(2, "0")).join("-"),
    ),
  );
}

function column(
  unit: string,
  from: number,
  to: number,
  selected: number,
): HTMLSelectElement {
  const select = make("select", "");
  select.setAttribute("aria-label", unit);
  const step = from <= to ? 1 : -1;
  for (let n = from; step * n <= step * to; n += step)
    select.add(new Option(`${n} ${unit}`, String(n), false, n === selected));
  return select;
}

function labelled(select: HTMLSelectElement): HTMLLabelElement {
  const label = make("label", "", select.ariaLabel ?? "");
  label.append(select);
  return label;
}
