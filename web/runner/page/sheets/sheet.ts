import { make, makeButton, openVeil } from "./veil";

export interface Sheet {
  title: string;
  cancel: () => void;
}

/** A sheet from below with 取消 and, when there is something to confirm, 确定. */
export function openSheet(
  sheet: Sheet,
  body: HTMLElement,
  confirm?: () => void,
): () => void {
  const box = make("section", "wx-sheet");
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", sheet.title);
  const close = openVeil(box, true);
  const leave = () => {
    close();
    sheet.cancel();
  };
  const head = make("div", "wx-sheet-head");
  const done = makeButton(confirm ? "确定" : "", () => {
    close();
    confirm?.();
  });
  if (!confirm) done.style.visibility = "hidden";
  head.append(makeButton("取消", leave), make("h2", "", sheet.title), done);
  box.append(head, body);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
  });
  box.parentElement!.addEventListener("click", (event) => {
    if (event.target === box.parentElement) leave();
  });
  return close;
}
