import { make, makeButton, openVeil } from "./veil";

/** The question WeChat asks when a button wants the member's phone; the number can be typed, as here nobody has a SIM. */
export function askForPhone(
  known: string,
  answer: (phone: string | undefined) => void,
): void {
  const box = make("section", "wx-sheet wx-consent");
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-label", "申请获取你的手机号");
  const close = openVeil(box, true);
  const field = make("input", "wx-phone-number");
  field.value = known;
  field.inputMode = "numeric";
  field.setAttribute("aria-label", "微信绑定的手机号");
  const settle = (phone: string | undefined) => {
    close();
    answer(phone);
  };
  const buttons = make("div", "wx-consent-buttons");
  buttons.append(
    makeButton("不允许", () => settle(undefined)),
    makeButton("允许", () => settle(field.value.trim())),
  );
  box.append(
    make("h2", "", "团务 申请获取并验证你的手机号"),
    make("p", "", "微信绑定的手机号（沙箱里可以改）"),
    field,
    buttons,
  );
}
