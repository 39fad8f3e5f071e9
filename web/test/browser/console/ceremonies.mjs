import assert from "node:assert/strict";
import { arrive } from "../arrivals.mjs";
import { houseAt } from "../member/house.mjs";
import { PICTURE } from "../picture.mjs";
import { settled } from "../settled.mjs";

const BRANCH = "南岭大学数学学院2301团支部";
const picture = (name) => ({ name, mimeType: "image/png", buffer: PICTURE });

/** A committee records a ceremony of a branch, corrects it, looks at the year and deletes it; a viewer looks. */
export async function walk(scene) {
  const mark = String(Date.now()).slice(-6);
  const people = [];
  for (const name of ["何宣誓", "阿依古丽·麦麦提"]) people.push(await member(scene.url, name));
  await scene.signIn("sx-tuanwei");
  await scene.open("入团仪式");
  await scene.text("年度统计").waitFor();
  await look(scene, "the list of ceremonies", "list");
  await record(scene, people, mark);
  await change(scene, mark);
  await narrow(scene, mark);
  await onlyLooking(scene, mark);
  await remove(scene, mark);
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

const field = ({ page }, label) => page.getByLabel(label, { exact: false }).first();

async function record(scene, people, mark) {
  const { page, press, text } = scene;
  await press("录入入团仪式");
  await press("录入");
  await text("请至少添加一张现场照片。").waitFor();
  await text("请选择举办仪式的组织。").waitFor();
  await look(scene, "what is wrong with an empty record", "empty");
  await scene.choose("举办组织", BRANCH);
  await field(scene, "举行时间").fill("2019-04-01T15:30");
  await field(scene, "地点").fill("学术报告厅");
  await field(scene, "主题").fill(`青春心向党${mark}`);
  await field(scene, "主持人").fill("王老师");
  await field(scene, "领誓人").fill("李书记");
  await field(scene, "参加人数").fill("40");
  for (const item of ["奏唱国歌", "入团宣誓", "唱团歌"]) await page.getByLabel(item, { exact: true }).check();
  for (const { name, phone } of people) {
    await page.getByLabel("姓名或手机号码").fill(phone);
    await press("查找");
    await page.getByRole("checkbox", { name: new RegExp(name) }).check();
  }
  await text("已选择 2 人").waitFor();
  const sending = page.getByRole("button", { name: "照片上传中…", disabled: true });
  await page.route("**/ceremonies/photos", async (route) => {
    await sending.waitFor();
    await route.continue();
  });
  await page.getByLabel("添加照片").setInputFiles([
    picture("现场一.png"),
    { name: "不是照片.png", mimeType: "image/png", buffer: Buffer.from("x") },
    picture("现场二.png"),
  ]);
  await text("不是照片.png：照片打不开或太大").waitFor();
  await text("2 / 9 张").waitFor();
  await sending.waitFor({ state: "detached" });
  await page.unroute("**/ceremonies/photos");
  await look(scene, "a filled record", "filled");
  await press("录入");
  await text("的入团年月晚于仪式举行时间").waitFor();
  await look(scene, "held before its members joined", "too-early");
  await field(scene, "举行时间").fill("2024-05-04T15:30");
  await press("录入");
  await text("宣誓的新团员（2 人）").waitFor();
  await page.getByAltText("现场照片 2").waitFor();
  await look(scene, "a record", "record");
  await press("放大第 1 张照片");
  await page.getByAltText("现场照片 1，放大").waitFor();
  await look(scene, "one picture", "picture");
  await page.keyboard.press("Escape");
  await page.getByAltText("现场照片 1，放大").waitFor({ state: "detached" });
}

async function change(scene, mark) {
  const { page, press, text } = scene;
  await press("修改");
  await text("已选择 2 人").waitFor();
  await field(scene, "主题").fill(`改过的主题${mark}`);
  await press("移除何宣誓");
  await press("保存修改");
  await text("宣誓的新团员（1 人）").waitFor();
  await text(`主题：青春心向党${mark} → 改过的主题${mark}`).waitFor();
  await text("2 人 → 1 人（新增 0，移除 1）").waitFor();
  await look(scene, "a changed record", "changed");
}

async function narrow(scene, mark) {
  const { page, press, text } = scene;
  await press("返回列表");
  await page.getByLabel("主题或地点").fill(`主题${mark}`);
  await page.getByLabel("举行月份").fill("2024-05");
  await press("查询");
  const rows = page.getByRole("row").filter({ hasText: mark });
  await rows.first().waitFor();
  assert.equal(await rows.count(), 1);
  await look(scene, "the list narrowed", "narrowed");
  await page.getByLabel("举行月份").fill("2024-06");
  await text("没有符合条件的入团仪式").waitFor();
  await page.getByLabel("举行月份").fill("2024-05");
  await rows.first().waitFor();
  await press("导出");
  await press("开始导出");
  await text(/已导出 1 次入团仪式/).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "关闭", exact: true }).click();
  await scene.choose("年度", "2024 年");
  await page.getByRole("cell", { name: BRANCH }).first().waitFor();
  await look(scene, "a year", "year");
}

async function onlyLooking(scene, mark) {
  const { page, press, text } = scene;
  await press("退出");
  await scene.signIn("sx-chakan");
  await scene.open("入团仪式");
  await page.getByRole("link", { name: `改过的主题${mark}` }).click();
  await text("宣誓的新团员（1 人）").waitFor();
  assert.equal(await page.getByRole("button", { name: "修改", exact: true }).count(), 0);
  await look(scene, "only looking", "only-looking");
  await press("退出");
}

async function remove(scene, mark) {
  const { page, press, text } = scene;
  await scene.signIn("sx-tuanwei");
  await scene.open("入团仪式");
  await page.getByRole("link", { name: `改过的主题${mark}` }).click();
  await press("删除");
  await text("会一并删除").waitFor();
  await look(scene, "asking once more", "deleting");
  await page.getByRole("dialog").getByRole("button", { name: "删除", exact: true }).click();
  await text("年度统计").waitFor();
  await page.getByRole("link", { name: `改过的主题${mark}` }).waitFor({ state: "detached" });
}
