// What stands on the sandbox page, and how one reaches it.
import { hands } from "../hands.mjs";

export function desk(page) {
  const seat = (name) => page.locator(`[data-seat="${name}"]`);
  const member = seat("member");
  return {
    page,
    member,
    pc: page.frameLocator("iframe[title=控制台]"),
    admin: seat("pc"),
    program: hands(page.frameLocator("iframe.mini-program")),
    zhang: operator(seat("first")),
    li: operator(seat("second")),
    async smsCode() {
      const banner = await member.locator(".sms-banner").textContent();
      return /\d{6}/.exec(banner)[0];
    },
    async nextCheck(outcome) {
      await page.getByLabel("下一次实名核验").selectOption({ label: outcome });
    },
  };
}

function operator(phone) {
  return {
    cards: (number) => phone.getByRole("article").filter({ hasText: number }),
    card: (number) =>
      phone.getByRole("article").filter({ hasText: number }).last(),
    /** What 查看详情 opens in this phone. */
    page: phone.frameLocator(".work-page iframe"),
    leavePage: () => phone.getByLabel("关闭网页").click(),
    async press(card, button) {
      await card.getByRole("button", { name: button, exact: true }).click();
    },
  };
}
