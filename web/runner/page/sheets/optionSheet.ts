import { type Sheet, openSheet } from "./sheet";
import { make, makeButton } from "./veil";

export interface OptionSheet extends Sheet {
  names: string[];
  selected: number;
  choose: (index: number) => void;
}

export function openOptionSheet(sheet: OptionSheet): void {
  const list = make("ul", "wx-options");
  list.setAttribute("role", "listbox");
  let close = () => {};
  sheet.names.forEach((name, index) => {
    const option = makeButton(name, () => {
      close();
      sheet.choose(index);
    });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(index === sheet.selected));
    const item = make("li", "");
    item.setAttribute("role", "presentation");
    item.append(option);
    list.append(item);
  });
  close = openSheet(sheet, list);
  list
    .querySelector('[aria-selected="true"]')
    ?.scrollIntoView({ block: "center" });
}
