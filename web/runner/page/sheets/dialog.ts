import { make, makeButton, openVeil } from "./veil";

export interface Dialog {
  title: string;
  content: string;
  confirm: string;
  cancel: string | undefined;
  answer: (confirmed: boolean) => void;
}

/** wx.showModal */
export function openDialog(dialog: Dialog): void {
  const box = make("section", "wx-dialog");
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-label", dialog.title || dialog.content);
  const close = openVeil(box);
  const answer = (confirmed: boolean) => () => {
    close();
    dialog.answer(confirmed);
  };
  const buttons = make("div", "wx-dialog-buttons");
  if (dialog.cancel) buttons.append(makeButton(dialog.cancel, answer(false)));
  buttons.append(makeButton(dialog.confirm, answer(true)));
  if (dialog.title) box.append(make("h2", "", dialog.title));
  box.append(make("p", "", dialog.content), buttons);
}

/** wx.showToast */
export function showToast(text: string, millis: number): void {
  document.querySelector(".wx-toast")?.remove();
  const toast = make("div", "wx-toast", text);
  toast.setAttribute("role", "status");
  document.body.append(toast);
  setTimeout(() => toast.remove(), millis);
}
