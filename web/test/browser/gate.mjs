// Past the second factor, with the sandbox's authenticator.
import assert from "node:assert/strict";

const PATIENCE = 75_000;

/** A code nobody was handed yet; three a minute for one account, so this may wait. */
export async function codeFor(url, login) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(new URL("/sandbox/authenticator/codes", url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login }),
    });
    if (answer.ok) return (await answer.json()).code;
    assert.ok(Date.now() < end, `no code for ${login}: ${answer.status}`);
    await new Promise((wake) => setTimeout(wake, 500));
  }
}

/** The page has just taken the password: sets the authenticator up, or gives its code. */
export async function passGate(page, url, login, shot = async () => {}) {
  await page.getByLabel("动态验证码").waitFor();
  const enrol = page.getByRole("button", { name: "启用并登录" });
  if (await enrol.count()) {
    await page.getByRole("button", { name: /加到沙箱的验证器/ }).click();
    await waitForDigits(page);
    await shot("enrol");
    await enrol.click();
    await page.getByRole("list", { name: "备用码" }).waitFor();
    await shot("recovery-codes");
    await page.getByRole("button", { name: "我已保存，进入控制台" }).click();
  } else {
    await page.getByLabel("动态验证码").fill(await codeFor(url, login));
    await shot("code");
    await page.getByRole("button", { name: "确认", exact: true }).click();
  }
}

async function waitForDigits(page) {
  const end = Date.now() + 15_000;
  while (!/^\d{6}$/.test(await page.getByLabel("动态验证码").inputValue())) {
    assert.ok(Date.now() < end, "the sandbox's authenticator gave no code");
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** The same without a page; the session. */
export async function sessionOf(ask, url, login, password = "Demo-2026-tuan") {
  const known = await ask("POST", "/api/console/sessions", { login, password });
  const { ticket } = known;
  const enrols = known.next === "ENROL";
  if (enrols) {
    const card = await ask("POST", "/api/console/sessions/factor", { ticket });
    await ask("POST", "/sandbox/authenticator", { address: card.address });
  }
  const code = await codeFor(url, login);
  const door = enrols ? "factor/confirmation" : "codes";
  const done = await ask("POST", `/api/console/sessions/${door}`, { ticket, code });
  return done.signedIn.session;
}
