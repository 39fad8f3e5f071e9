import assert from "node:assert/strict";
import { arrive } from "../arrivals.mjs";

/** A branch graduates: its month, its list, a batch checked and started, and the batch decided where it arrives. */
export async function walk(scene) {
  const { page, press, text } = scene;
  const members = [];
  for (const name of ["毕一一", "毕二二", "毕三三"]) members.push(await arrive(scene.url, { name }));
  await scene.signIn("sx-tuanwei");
  await admit(scene, members);
  await scene.open("毕业生转接");
  await months(scene);
  await exception(scene, members[2]);
  await start(scene, members);
  await sheet(scene);
  await decide(scene);
  await press("退出");
  await scene.signIn("sx-chakan");
  await scene.open("毕业生转接");
  await text("证件号码").first().waitFor();
  assert.equal(await page.getByRole("button", { name: /发起转接/ }).count(), 0);
  await look(scene, "only looking", "only-looking");
}

async function look(scene, label, shot) {
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  await scene.shot(shot);
}

const row = ({ page }, { name }) => page.getByRole("row", { name: new RegExp(name) }).first();

async function pick({ page }, label, option) {
  await page.getByLabel(label, { exact: true }).click({ force: true });
  await page.getByRole("option", { name: option }).first().click();
}

/** They register like everybody; the committee approves them. */
async function admit(scene, members) {
  const { page } = scene;
  await scene.open("资料审核");
  for (const member of members) await row(scene, member).getByRole("checkbox").check();
  await scene.press(`审核所选 ${members.length} 条`);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("通过", { exact: true }).click();
  await dialog.getByRole("button", { name: "确定" }).click();
  await dialog.getByText(`${members.length} 条已办理，0 条未办理`).waitFor();
  await dialog.getByRole("button", { name: "完成" }).click();
}

async function months(scene) {
  const { page, press, text } = scene;
  await page.getByRole("tab", { name: "支部毕业年月" }).click();
  await row(scene, { name: "2301团支部" }).waitFor();
  await look(scene, "branches without a month", "branches");
  await row(scene, { name: "2301团支部" }).getByRole("checkbox").check();
  await press(/标注所选 1 个支部/);
  await text("请选择毕业年月。").waitFor();
  await page.getByLabel("毕业年月", { exact: true }).fill("2026-06");
  await press(/标注所选 1 个支部/);
  await row(scene, { name: "2301团支部" }).waitFor({ state: "detached" });
  await page.getByText("有毕业年月", { exact: true }).click();
  await text("2026年6月").first().waitFor();
  await look(scene, "branches with a month", "branches-month");
}

async function exception(scene, member) {
  const { page, press } = scene;
  await page.getByRole("tab", { name: "毕业生", exact: true }).click();
  await row(scene, member).waitFor();
  await look(scene, "the graduates", "graduates");
  await row(scene, member).getByRole("checkbox").check();
  await press("标注延期或留校");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "确定" }).click();
  await dialog.getByText("请选择延期后的毕业年月。").waitFor();
  await dialog.getByLabel("延期到").fill("2027-06");
  await look(scene, "a member who is delayed", "delayed");
  await dialog.getByRole("button", { name: "确定" }).click();
  await row(scene, member).waitFor({ state: "detached" });
}

async function start(scene, members) {
  const { page, press, text } = scene;
  for (const member of members.slice(0, 2)) await row(scene, member).getByRole("checkbox").check();
  await press("为所选 2 人发起转接");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "开始检查" }).click();
  await dialog.getByText("请选择转入的团组织。").waitFor();
  const target = dialog.getByLabel("转入的团组织", { exact: true });
  await target.click({ force: true });
  await target.pressSequentially("2302");
  await page.getByRole("option", { name: /2302团支部/ }).first().click();
  await look(scene, "a target for all", "start");
  await dialog.getByRole("button", { name: "开始检查" }).click();
  await text(/检查完成：2 人可以发起转接，0 人暂不能发起/).waitFor();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /下载 转接检查报告/ }).click();
  await downloading;
  await look(scene, "a batch that was checked", "checked");
  await press("确认为 2 人发起转接");
  await text(/已为 2 人发起转接，0 人没有发起/).waitFor();
  await look(scene, "a batch that was started", "started");
}

async function sheet(scene) {
  const { page, press, text } = scene;
  await press("返回毕业生转接");
  await text("已发起").first().waitFor();
  await look(scene, "the batches", "batches");
  await page.getByRole("tab", { name: "毕业生", exact: true }).click();
  await press("按表格逐人填写去向");
  const downloading = page.waitForEvent("download");
  await press("下载模板");
  const template = await (await downloading).path();
  await page.getByLabel(/选择 .xlsx 文件/).setInputFiles({
    name: "毕业生转接模板.xlsx",
    mimeType: "application/octet-stream",
    buffer: (await import("node:fs")).readFileSync(template),
  });
  await text("表中没有毕业生").waitFor();
  await look(scene, "an empty sheet", "sheet");
  await press("返回毕业生转接");
}

async function decide(scene) {
  const { page, text } = scene;
  await page.getByRole("tab", { name: "批量审核" }).click();
  await page.getByRole("button", { name: "批量审核" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("通过", { exact: true }).click();
  await look(scene, "deciding a batch", "deciding");
  await dialog.getByRole("button", { name: "确定" }).click();
  await dialog.getByText(/已同意 2 条，0 条未办理/).waitFor();
  await look(scene, "a decided batch", "decided");
  await dialog.getByRole("button", { name: "完成" }).click();
  await text("没有等待审核的批量转接").waitFor();
  await page.getByRole("tab", { name: "毕业生", exact: true }).click();
  await page.getByText("已转出", { exact: true }).first().click();
  await row(scene, { name: "毕一一" }).waitFor();
  await look(scene, "who went", "gone");
}
