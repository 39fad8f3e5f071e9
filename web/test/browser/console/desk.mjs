// What people do at the console.
import { pick } from "../pick.mjs";
import { passGate } from "../gate.mjs";

export function desk({ page, stub }) {
  return {
    url: stub.url,
    async signIn(login, password = "Demo-2026-tuan") {
      await page.goto(`${stub.url}/console/`);
      await page.getByLabel("账号").fill(login);
      await page.getByLabel("密码").fill(password);
      await page.getByRole("button", { name: "登录", exact: true }).click();
      await passGate(page, stub.url, login);
      await page.getByRole("navigation", { name: "菜单" }).waitFor();
    },
    open: (title) =>
      page
        .getByRole("navigation", { name: "菜单" })
        .getByRole("link", { name: title })
        .click(),
    press: (name) =>
      page.getByRole("button", { name, exact: true }).first().click(),
    text: (text) => page.getByText(text).filter({ visible: true }).first(),
    /** Chooses in one of the kit's select boxes. */
    choose: (label, option) => pick(page, label, option),
  };
}

/** What fades is unreadable in between. */
export function settled(page) {
  return page.waitForFunction(
    () =>
      !document.querySelector("[class*='-enter-'], [class*='-leave-']") &&
      document.getAnimations().every(({ playState }) => playState !== "running"),
    undefined,
    { polling: 200 },
  );
}
