// Walks through the operators' pages of a running house, on a phone:
//   node test/browser/duty.mjs http://127.0.0.1:8080 [FOLDER_FOR_PICTURES] [WIDTH]
import assert from "node:assert/strict";
import { arrive } from "./arrivals.mjs";
import { findChromium, launch } from "./chromium.mjs";
import { makeScene } from "./scene.mjs";

const [url, shots, width = "360"] = process.argv.slice(2);
const chromium = findChromium();
if (!chromium) {
  console.log("SKIPPED  the walk on duty: no Chromium found");
  process.exit(0);
}
if (!url) {
  console.error("Which house? Give its address, such as http://127.0.0.1:8080");
  process.exit(2);
}
if (shots) process.env.SHOTS = shots;

const waits = await arrive(url, { name: "方一等" });
const failed = await arrive(url, { name: "方二败", check: "MISMATCH" });
const browser = await launch(chromium);
const scene = await makeScene(browser, { url }, `duty ${width}`, Number(width), {});
const { page } = scene;
let code = 0;
try {
  await walk();
  scene.checkQuiet();
  console.log("ok  the operators' pages");
} catch (error) {
  code = 1;
  console.error(`FAILED  ${error.stack ?? error}`);
  await scene.shot("failed");
}
await browser.close();
process.exit(code);

async function walk() {
  const home = encodeURIComponent(`${url}/m/`);
  await page.goto(`${url}/sandbox/operators/zhangsan/open?url=${home}`);
  await heading("团务管理").waitFor();
  await page.getByText("南岭大学数学学院2301团支部").waitFor();
  await page.getByText("组织关系转接").waitFor();
  await look("home");
  await page.getByText("资料审核", { exact: true }).click();
  await page.getByRole("button", { name: "手机号换绑" }).click();
  await page.getByText("没有待审核的手机号换绑。").waitFor();
  await look("none-of-a-kind");
  await page.getByRole("button", { name: "报到", exact: true }).click();
  await page.locator("li").first().waitFor();
  await look("list");
  await page.locator("li").filter({ hasText: "实名校验失败" }).first().click();
  await page.getByText("请前往 PC 网站处理").waitFor();
  assert.ok(await button("同意").isDisabled());
  await look("failed-check");
  await page.getByRole("link", { name: "返回资料审核" }).click();
  await page.locator("li").filter({ hasText: "实名通过" }).first().click();
  await button("同意").click();
  await heading("已同意").waitFor();
  await page.getByText(/已由 张三 于 .* 同意/).waitFor();
  await look("approved");
  await page.goBack();
  await heading("资料审核").waitFor();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "资料更正" }).click();
  await page.getByText("网络不通，请检查网络后再试。").waitFor();
  await look("offline");
  await page.context().setOffline(false);
}

function heading(name) {
  return page.getByRole("heading", { name, exact: true, level: 1 });
}

function button(name) {
  return page.getByRole("button", { name, exact: true });
}

async function look(label) {
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  await scene.shot(label);
}
