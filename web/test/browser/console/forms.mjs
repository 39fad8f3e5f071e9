import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { arrive } from "../arrivals.mjs";
import { houseAt } from "../member/house.mjs";
import { paper } from "../paper.mjs";
import { settled } from "../settled.mjs";

const UPLOAD = "上传电子志愿书";
const fileOf = ({ name, phone }) => `${name}+${phone}+入团志愿书.pdf`;
const sheet = (name, buffer = paper(2)) => ({ name, mimeType: "application/pdf", buffer });

/** A committee hands in a pile of scanned forms, looks at one, takes one back, packs some; a viewer looks. */
export async function walk(scene) {
  const people = [];
  for (const name of ["张三", "阿依古丽·麦麦提", "李四"]) people.push(await member(scene.url, name));
  await scene.signIn("sx-tuanwei");
  await scene.open("我的团员");
  await scene.press(UPLOAD);
  await scene.text("上传说明").waitFor();
  await look(scene, "the upload", "upload");
  await handIn(scene, people);
  await brokenLine(scene, people[2]);
  await tooMany(scene);
  await history(scene, people[0]);
  await lists(scene, people);
  await onlyLooking(scene, people[0]);
}

async function member(url, name) {
  const house = houseAt(url);
  const person = await arrive(url, { name });
  const card = await house.card("zhangsan", person.maskedNumber);
  await house.tap("zhangsan", card, "approve");
  return person;
}

async function look(scene, label, shot) {
  await settled(scene.page);
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  await scene.shot(shot);
}

const choose = ({ page }, files) => page.getByLabel(/选择 PDF 文件/).setInputFiles(files);
const line = ({ page }, name) =>
  page.getByRole("list", { name: "所选文件" }).getByRole("listitem").filter({ hasText: name });

/** On disk: the browser reads it from there. */
async function largeFile(name) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "walk-")), name);
  await writeFile(file, "");
  await truncate(file, 20 * 1024 * 1024 + 1);
  return file;
}

async function handIn(scene, [zhang, dotted, li]) {
  const { page, press, text } = scene;
  await choose(scene, [
    sheet(fileOf(zhang), paper(3)),
    sheet(fileOf(dotted)),
    sheet("扫描件0001.pdf"),
    sheet(`王五+${li.phone}+入团志愿书.pdf`),
    sheet("陈某+13000000000+入团志愿书.pdf"),
    sheet(`李四＋${li.phone}＋入团志愿书.pdf`, Buffer.from("no paper at all")),
    sheet(`李四 + ${li.phone} + 入团志愿书.pdf`, paper(1, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")),
    { name: "志愿书.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x") },
    sheet("空的.pdf", Buffer.alloc(0)),
  ]);
  const large = await largeFile("很大.pdf");
  await choose(scene, large);
  await choose(scene, large);
  await text("1 份已在列表中").waitFor();
  await text("已选择 10 份").waitFor();
  await look(scene, "chosen files", "chosen");
  await press("确认上传 7 份");
  await text(/已归档 2 份，等待上级审核 0 份，未通过 8 份。/).waitFor();
  await line(scene, fileOf(zhang)).getByText("已归档，共 3 页。").waitFor();
  for (const [name, words] of [
    ["扫描件0001", "文件名不符合要求"],
    ["王五", "姓名与使用这个手机号码的团员不一致"],
    ["陈某", "没有使用这个手机号码的团员"],
    [`李四＋`, "不是 PDF"],
    [`李四 + `, "脚本"],
    ["志愿书.jpg", "只能上传 PDF 文件"],
    ["很大", "超过 20 MB"],
    ["空的", "文件是空的"],
  ])
    await line(scene, name).getByText(words).waitFor();
  await look(scene, "what became of each", "handed-in");
  await press("重试未通过的 5 份");
  await text(/已归档 2 份，等待上级审核 0 份，未通过 8 份。/).waitFor();
  await press("清空列表");
}

/** The network fails in the middle; the same file sent again counts once. */
async function brokenLine(scene, li) {
  const { page, press, text } = scene;
  await choose(scene, [sheet(fileOf(li), paper(4))]);
  await page.route("**/api/console/forms", (route) => route.abort());
  await press("确认上传 1 份");
  await text("没有传上去").waitFor();
  await look(scene, "a broken line", "broken-line");
  await page.unroute("**/api/console/forms");
  // The answer is lost on its way; what was sent is there.
  await page.route("**/api/console/forms", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await press(`重试 ${fileOf(li)}`);
  await text("没有传上去").waitFor();
  await page.unroute("**/api/console/forms");
  await press(`重试 ${fileOf(li)}`);
  await text("已归档，共 4 页。").waitFor();
  await press("清空列表");
}

async function tooMany(scene) {
  const { press, text } = scene;
  const pile = Array.from({ length: 23 }, (_, i) => sheet(`扫描件${i}.pdf`, Buffer.from("x")));
  await choose(scene, pile);
  await text("一次最多上传 20 份，有 3 份没有加入").waitFor();
  await text("已选择 20 份").waitFor();
  await look(scene, "too many", "too-many");
  await press("清空列表");
}

async function history(scene, zhang) {
  const { page, press, text } = scene;
  await choose(scene, [sheet(fileOf(zhang), paper(5))]);
  await press("确认上传 1 份");
  await text("等待上级审核后替换").waitFor();
  await page.getByRole("link", { name: `查看 ${fileOf(zhang)}` }).click();
  await text("第 2 版").waitFor();
  await look(scene, "a member's forms", "history");
  await press("查看第 2 版");
  await page.getByAltText("第 1 页，共 5 页").waitFor();
  await look(scene, "a form", "viewer");
  await page.keyboard.press("ArrowRight");
  await page.getByAltText("第 2 页，共 5 页").waitFor();
  await page.keyboard.press("End");
  await page.getByAltText("第 5 页，共 5 页").waitFor();
  await text("5 / 5").waitFor();
  await page.keyboard.press("-");
  await text("5 / 5").waitFor();
  await scene.shot("viewer-small");
  await page.keyboard.press("Escape");
  await page.getByAltText("第 1 页，共 5 页").waitFor({ state: "detached" });
  const downloading = page.waitForEvent("download");
  await press("下载第 1 版");
  const file = await downloading;
  assert.equal(file.suggestedFilename(), "张三+入团志愿书.pdf");
  assert.equal(readFileSync(await file.path()).subarray(0, 4).toString(), "%PDF");
  await press("撤回第 2 版");
  await text("撤回后不再审核这份志愿书").waitFor();
  await look(scene, "asking once more", "withdrawing");
  await page.getByRole("dialog").getByRole("button", { name: "撤回", exact: true }).click();
  await text("已撤回").waitFor();
  await look(scene, "taken back", "withdrawn");
}

async function lists(scene, [zhang, dotted]) {
  const { page, press, text } = scene;
  await scene.open("志愿书");
  await text("缺少志愿书").waitFor();
  await page.getByRole("table").last().waitFor();
  await look(scene, "who lacks a form", "missing");
  await page.getByText("已逾期", { exact: true }).last().click();
  await scene.shot("overdue");
  await press("导出名单");
  await press("开始导出");
  await text(/已导出 \d+ 名团员/).waitFor();
  await look(scene, "the export", "exported");
  await page.getByRole("dialog").getByRole("button", { name: "关闭", exact: true }).click();
  await page.getByText("有正式志愿书", { exact: true }).last().click();
  await page.getByLabel("姓名", { exact: true }).fill("没有这个人");
  await press("查询");
  await text("还没有正式的志愿书").waitFor();
  await page.getByLabel("姓名", { exact: true }).fill("");
  await press("查询");
  for (const person of [zhang, dotted])
    await page
      .getByRole("row", { name: new RegExp(person.name) })
      .filter({ hasText: person.phone.slice(-4) })
      .getByRole("checkbox")
      .check();
  await look(scene, "who has a form", "filed");
  await press("打包所选 2 份");
  await press("开始打包");
  await text("共 2 份志愿书。").waitFor();
  await look(scene, "packed", "packed");
  const downloading = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: /^下载/ }).click();
  const zip = readFileSync(await (await downloading).path());
  for (const person of [zhang, dotted]) assert.ok(zip.includes(Buffer.from(fileOf(person))));
  await page.getByRole("dialog").getByRole("button", { name: "关闭", exact: true }).click();
}

async function onlyLooking(scene, zhang) {
  const { page, press, text } = scene;
  await press("退出");
  await scene.signIn("sx-chakan");
  await scene.open("志愿书");
  await text("缺少志愿书").waitFor();
  assert.equal(await page.getByRole("button", { name: UPLOAD }).count(), 0);
  await page.getByText("有正式志愿书", { exact: true }).last().click();
  await page
    .getByRole("row", { name: new RegExp(zhang.name) })
    .filter({ hasText: zhang.phone.slice(-4) })
    .getByRole("link")
    .click();
  await press("查看第 1 版");
  await page.getByAltText("第 1 页，共 3 页").waitFor();
  assert.equal(await page.getByRole("button", { name: /^下载/ }).count(), 0);
  await look(scene, "only looking", "only-looking");
  await page.goto(`${scene.url}/console/#/forms/upload`);
  await text("您的角色只能查看，不能上传。").waitFor();
  await scene.shot("upload-viewer");
}
