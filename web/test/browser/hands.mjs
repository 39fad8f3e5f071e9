// What a member's thumb does in the mini-program.
export function hands(frame) {
  const button = (name) => frame.getByRole("button", { name, exact: true });
  const field = (label) =>
    frame
      .getByLabel(new RegExp(`^${label}`))
      .filter({ visible: true })
      .first();
  return {
    button,
    field,
    // Pages further down the stack are hidden, not gone.
    text: (text) => frame.getByText(text).filter({ visible: true }).first(),
    // By keyboard: errors that come and go move the page, and a thumb would look before it taps.
    tap: (name) => button(name).press("Enter"),
    fill: (label, text) => field(label).fill(text),
    async choose(label, option) {
      await field(label).click();
      await frame.getByRole("option", { name: option, exact: true }).click();
    },
    async month(label, year, month) {
      await field(label).click();
      await frame.getByLabel("年", { exact: true }).selectOption(year);
      await frame.getByLabel("月", { exact: true }).selectOption(month);
      await button("确定").click();
    },
  };
}

export const ID_NUMBER = "11010520040307002X";
