// Records a ceremony on the operators' pages of a running house, on a phone:
//   node test/browser/ceremonies.mjs http://127.0.0.1:8080 [FOLDER_FOR_PICTURES] [WIDTH]
import assert from "node:assert/strict";
import { arrive } from "./arrivals.mjs";
import { findChromium, launch } from "./chromium.mjs";
import { houseAt } from "./member/house.mjs";
import { PICTURE } from "./picture.mjs";
import { makeScene } from "./scene.mjs";
import { settled } from "./settled.mjs";

const [url, shots, width = "360"] = process.argv.slice(2);
const chromium = findChromium();
if (!chromium) {
  console.log("SKIPPED  the walk through a ceremony: no Chromium found");
  process.exit(0);
}
if (!url) {
  console.error("Which house? Give its address, such as http://127.0.0.1:8080");
  process.exit(2);
}
if (shots) process.env.SHOTS = shots;

const house = houseAt(url);
const person = await arrive(url, { name: "韩入团" });
await house.tap("zhangsan", await house.card("zhangsan", person.maskedNumber), "approve");
const browser = await launch(chromium);
const scene = await makeScene(browser, { url }, `ceremonies ${width}`, Number(width), {});
const { page } = scene;
const theme = `青春向党${String(Date.now()).slice(-6)}`;
let code = 0;
try {
  await walk();
  scene.checkQuiet();
  console.log("ok  a ceremony on the operators' pages");
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
  await page.getByText("入团仪式", { exact: true }).click();
  await heading("入团仪式").waitFor();
  await page.getByText("还没有宣誓记录").first().waitFor();
  await look("list");
  await press("录入入团仪式");
  await page.getByText("已选择 0 人").waitFor();
  await press("录入");
  await page.getByText("请至少添加一张现场照片。").waitFor();
  await look("empty");
  await fill();
  await look("filled");
  await press("录入");
  await heading(theme).waitFor();
  await page.getByAltText("现场照片 2").waitFor();
  await page.getByText("宣誓的新团员（1 人）").waitFor();
  assert.equal(await page.getByText("韩入团").count(), 0);
  await look("record");
  await press("放大第 1 张照片");
  await page.getByRole("button", { name: "缩小第 1 张照片" }).waitFor();
  await look("picture");
  await press("修改");
  await page.getByText("已选择 1 人").waitFor();
  await page.getByLabel("地点").fill("团员之家");
  await press("保存修改");
  await page.getByText("地点：学术报告厅 → 团员之家").waitFor();
  await look("changed");
  await missing();
  await page.getByText(theme).first().click();
  await press("删除");
  await press("确定删除");
  await heading("入团仪式").waitFor();
  await page.getByText(theme).waitFor({ state: "detached" });
}

async function fill() {
  await page.getByLabel("举行时间").fill("2024-05-04T15:30");
  await page.getByLabel("地点").fill("学术报告厅");
  await page.getByLabel("主题").fill(theme);
  await page.getByLabel("主持人").fill("王老师");
  await page.getByLabel("领誓人").fill("李书记");
  await page.getByLabel("参加人数").fill("40");
  for (const item of ["奏唱国歌", "入团宣誓"]) await page.getByLabel(item, { exact: true }).check();
  await page.getByLabel("姓名或手机号码").fill(person.phone);
  await press("查找");
  await page.getByRole("checkbox", { name: /韩/ }).check();
  await page.getByText("已选择 1 人").waitFor();
  const file = (name, buffer) => ({ name, mimeType: "image/png", buffer });
  const sending = page.getByRole("button", { name: "照片上传中…", disabled: true });
  await page.route("**/ceremonies/photos", async (route) => {
    await sending.waitFor();
    await route.continue();
  });
  await page
    .locator("input[type=file]")
    .setInputFiles([file("一.png", PICTURE), file("二.png", PICTURE), file("坏.png", Buffer.from("x"))]);
  await page.getByText("第 3 张：照片打不开或太大").waitFor();
  await page.getByText("2 / 9 张").waitFor();
  await sending.waitFor({ state: "detached" });
  await page.unroute("**/ceremonies/photos");
}

async function missing() {
  await page.getByRole("link", { name: "返回入团仪式" }).click();
  await heading("入团仪式").waitFor();
  await page.getByText(/^\d+ 人$/).first().click();
  await heading("还没有宣誓记录").waitFor();
  await look("missing");
  await page.getByRole("link", { name: "返回入团仪式" }).click();
  await heading("入团仪式").waitFor();
}

function heading(name) {
  return page.getByRole("heading", { name, exact: true, level: 1 });
}

function press(name) {
  return page.getByRole("button", { name, exact: true }).click();
}

async function look(label) {
  await settled(page);
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  await scene.shot(label);
}
