// Photographs a volunteer form on the operators' pages of a running house, on a phone:
//   node test/browser/forms.mjs http://127.0.0.1:8080 [FOLDER_FOR_PICTURES] [WIDTH]
import assert from "node:assert/strict";
import { arrive } from "./arrivals.mjs";
import { findChromium, launch } from "./chromium.mjs";
import { makeScene } from "./scene.mjs";

const [url, shots, width = "360"] = process.argv.slice(2);
const chromium = findChromium();
if (!chromium) {
  console.log("SKIPPED  photographing a form: no Chromium found");
  process.exit(0);
}
if (!url) {
  console.error("Which house? Give its address, such as http://127.0.0.1:8080");
  process.exit(2);
}
if (shots) process.env.SHOTS = shots;

const first = await arrive(url, { name: "冯一页" });
const second = await arrive(url, { name: "冯二页" });
const browser = await launch(chromium);
const scene = await makeScene(browser, { url }, `forms ${width}`, Number(width), {});
const { page } = scene;
let code = 0;
try {
  await approve(first);
  await approve(second);
  await withTheCamera();
  await withPlainFiles();
  scene.checkQuiet();
  console.log("ok  photographing a form");
} catch (error) {
  code = 1;
  console.error(`FAILED  ${error.stack ?? error}`);
  await scene.shot("failed");
}
await browser.close();
process.exit(code);

async function approve() {
  await open("/m/#/reviews");
  await page.locator("li").filter({ hasText: "冯" }).first().click();
  await button("同意").click();
  await heading("已同意").waitFor();
}

/** As in WeChat Work: its script opens the camera, the pictures go to it, the bot fetches them. */
async function withTheCamera() {
  await open("/m/");
  await page.getByText("电子志愿书").click();
  await heading("电子志愿书").waitFor();
  await page.getByText("冯**").first().waitFor();
  await look("missing");
  await page.getByLabel("姓名或手机号码").fill("不在这里的人");
  await button("查找").click();
  await page.getByText("没有找到这位团员。").waitFor();
  await look("nobody");
  await page.getByLabel("姓名或手机号码").fill("冯一");
  await button("查找").click();
  await page.locator("li").filter({ hasText: "冯**" }).first().click();
  await heading("志愿书照片").waitFor();
  await button("拍照或从相册选择").waitFor();
  assert.ok(await button("还没有照片").isDisabled());
  await look("empty");
  await button("拍照或从相册选择").click();
  await button("示例：完整的 4 页").click();
  await page.getByAltText("第 4 页").waitFor({ timeout: 60_000 });
  await look("four-pages");
  await button("拍照或从相册选择").click();
  await button("示例：模糊的一页").click();
  const blurred = page.locator("li").filter({ hasText: "第 5 页" });
  await blurred.getByRole("alert").waitFor({ timeout: 60_000 });
  assert.ok(await button("第 5 页须重拍").isDisabled());
  await look("blurred");
  await button("重拍第 5 页").click();
  await button("示例：第 2 页").click();
  await page.getByAltText("第 5 页").waitFor({ timeout: 60_000 });
  await button("删除第 5 页").click();
  await page.getByText("共 4 页").waitFor();
  const before = await sources();
  await button("第 2 页前移").click();
  await page.waitForFunction(
    (old) => document.querySelector("ol img")?.src !== old,
    before[0],
  );
  assert.equal((await sources())[0], before[1]);
  await button("第 1 页后移").click();
  await button("第 3 页向右旋转").click();
  await button("放大第 3 页").click();
  await page.getByAltText("第 3 页大图").waitFor();
  await look("large");
  await button("关闭").last().click();
  await button("提交 4 页").click();
  await page.getByText("已提交").waitFor({ timeout: 60_000 });
  await look("filed");
}

/** Where WeChat Work's script does not come, as in a browser on a desk: plain files, looked at as they come. */
async function withPlainFiles() {
  await page.route("**/jweixin.js", (route) => route.abort());
  await open("/m/#/forms/new");
  await heading("志愿书照片").waitFor();
  const input = page.getByLabel("拍照或选择照片");
  await input.waitFor({ state: "attached" });
  await input.setInputFiles([await sample("page-1"), await sample("dark")]);
  await page.getByText("第 2 张：").waitFor({ timeout: 60_000 });
  await page.getByAltText("第 1 页").waitFor();
  await look("one-refused");
  await input.setInputFiles({
    name: "words.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("no picture"),
  });
  await page.getByRole("alert").filter({ hasText: "照片" }).waitFor();
  assert.ok(await button("还没有选择团员").isDisabled());
  await button("选择团员").click();
  await page.getByLabel("姓名或手机号码").fill("冯二");
  await button("查找").click();
  const dialog = page.getByRole("dialog", { name: "这是谁的志愿书" });
  await dialog.getByText("冯**").first().click();
  await button("改选").waitFor();
  await look("chosen");
  await button("取消").click();
  await page.getByText("不要这些照片了吗？").waitFor();
  await look("dropping");
  await button("继续").click();
  await button("提交 1 页").click();
  await page.getByText("已提交").waitFor({ timeout: 60_000 });
  await page.getByText("返回电子志愿书").click();
  await heading("电子志愿书").waitFor();
  await look("afterwards");
}

async function sample(name) {
  const picture = await fetch(`${url}/sandbox/samples/${name}.jpg`);
  const buffer = Buffer.from(await picture.arrayBuffer());
  return { name: `${name}.jpg`, mimeType: "image/jpeg", buffer };
}

const sources = () =>
  page.locator("ol img").evaluateAll((all) => all.map((one) => one.src));

async function open(path) {
  const target = encodeURIComponent(url + path);
  await page.goto(`${url}/sandbox/operators/zhangsan/open?url=${target}`);
}

function heading(name) {
  return page.getByRole("heading", { level: 1, name });
}

function button(name) {
  return page.getByRole("button", { name, exact: true });
}

async function look(label) {
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  await scene.shot(label);
}
