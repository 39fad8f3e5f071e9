import assert from "node:assert/strict";
import { passGate } from "../gate.mjs";

const PASSWORD = "Demo-2026-tuan";
const OWN_PASSWORD = "meadow-Larch-77";

/** The gate: every way in, the security admin's and the auditor's pages. */
export async function walk(scene) {
  await wrongThenRight(scene);
  await security(scene);
  await audit(scene);
  await weCom(scene);
}

async function type(page, login, password) {
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

async function leave({ page }) {
  await page.getByRole("button", { name: "退出" }).click();
  await page.getByLabel("账号").waitFor();
}

async function wrongThenRight(scene) {
  const { page, text, shot } = scene;
  await page.goto(`${scene.url}/console/`);
  await type(page, "nl-anquan", "wrong-password");
  await text("账号或密码不正确").waitFor();
  await scene.checkLayout("signing in");
  await scene.checkAccess("signing in");
  await shot("gate-sign-in");
  await page.getByRole("button", { name: "手机验证码登录" }).click();
  await page.getByLabel("手机号").fill("123");
  await page.getByRole("button", { name: "获取验证码" }).click();
  await text("请填写 11 位手机号").waitFor();
  await shot("gate-sms");
  await page.getByRole("button", { name: "密码登录" }).click();
  await type(page, "nl-anquan", PASSWORD);
  await page.getByLabel("动态验证码").fill("000000");
  await page.getByRole("button", { name: /^(启用并登录|确认)$/ }).click();
  await text("验证码不正确或已经用过").waitFor();
  await scene.checkAccess("the second step");
  await passGate(page, scene.url, "nl-anquan", (name) => shot(`gate-${name}`));
}

async function security(scene) {
  const { page, text, press, shot } = scene;
  await page.getByRole("heading", { name: "账号与安全" }).waitFor();
  await text("sx-tuanwei").waitFor();
  await scene.checkLayout("the accounts");
  await scene.checkAccess("the accounts");
  await shot("gate-accounts");
  const login = `walk-${Date.now().toString(36)}`;
  await press("新建组织账号");
  const dialog = page.getByRole("dialog", { name: "新建组织账号" });
  await dialog.getByLabel("登录名").fill("1");
  await dialog.getByRole("button", { name: "新建" }).click();
  await text("请选择本组织范围内的组织").waitFor();
  await dialog.getByLabel("组织").fill("数学学院委员会");
  await page.getByRole("option", { name: "共青团南岭大学数学学院委员会" }).click();
  await dialog.getByLabel("登录名").fill(login);
  await shot("gate-new-account");
  await dialog.getByRole("button", { name: "新建" }).click();
  await page.waitForFunction(() => document.querySelector("[aria-label=一次性链接]")?.value);
  const link = await page.getByLabel("一次性链接").inputValue();
  assert.match(link, /#\/first\/[\w-]{20,}$/);
  await shot("gate-link");
  await page.getByRole("dialog").getByRole("button", { name: "关闭", exact: true }).last().click();
  await page.getByRole("button", { name: "管理 sx-chakan" }).click();
  await text("最近登录").waitFor();
  await scene.checkAccess("one account");
  await shot("gate-account");
  await page.keyboard.press("Escape");
  await scene.open("我的登录");
  await text("这一次").waitFor();
  await shot("gate-own-sessions");
  await leave(scene);
  await owner(scene, link, login);
}

/** The account's owner sets the password by the link, then signs in. */
async function owner(scene, link, login) {
  const { page, text, shot } = scene;
  await page.goto(`${scene.url}/console/${new URL(link).hash}`);
  await page.getByLabel("新密码").fill("12345678");
  await page.getByRole("button", { name: "设置" }).click();
  await text("太常见").waitFor();
  await page.getByLabel("新密码").fill(OWN_PASSWORD);
  await scene.checkAccess("setting a password");
  await shot("gate-own-password");
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByRole("button", { name: "去登录" }).click();
  await type(page, login, OWN_PASSWORD);
  await passGate(page, scene.url, login);
  await page.getByRole("navigation", { name: "菜单" }).waitFor();
  await leave(scene);
}

async function audit(scene) {
  const { page, text, shot } = scene;
  await scene.signIn("nl-shenji");
  await page.getByRole("heading", { name: "审计查询" }).waitFor();
  await text("新建组织账号").waitFor();
  await scene.checkLayout("the audit");
  await scene.checkAccess("the audit");
  await shot("gate-audit");
  await page.getByLabel("操作", { exact: true }).click();
  await page.getByRole("option", { name: "设置组织账号密码" }).click();
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await page.getByRole("cell", { name: "设置组织账号密码" }).first().waitFor();
  await shot("gate-audit-found");
  await leave(scene);
}

async function weCom(scene) {
  const { page, shot } = scene;
  await page.getByRole("button", { name: "企业微信扫码登录" }).click();
  await page.getByRole("img", { name: "请用企业微信扫码" }).waitFor();
  await shot("gate-wecom");
  await page.getByRole("button", { name: "用赵敏的企业微信扫码" }).click();
  await page.getByText("请选择这次办理哪个组织").waitFor();
  await shot("gate-place");
  await page.getByRole("button", { name: /物理学院2301团支部/ }).click();
  await page.getByRole("combobox", { name: "所在组织" }).waitFor();
  await scene.checkLayout("an operator's head");
  await scene.checkAccess("an operator's head");
  await page.getByRole("combobox", { name: "所在组织" }).click({ force: true });
  await page.getByRole("option", { name: /数学学院2302团支部/ }).click();
  await page.locator(".shell-head").getByText("数学学院2302团支部").first().waitFor();
  await shot("gate-moved");
}
