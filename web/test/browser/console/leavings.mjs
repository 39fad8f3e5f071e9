import assert from "node:assert/strict";
import { arrive } from "../arrivals.mjs";
import { houseAt } from "../member/house.mjs";
import { settled } from "../settled.mjs";

/** A committee lets somebody of 28 leave, postpones another, asks to bring one back; a wrong registration is erased. */
export async function walk(scene) {
  const { press, text, page } = scene;
  const [gone, stays] = [await member(scene, "周廿八"), await member(scene, "吴暂缓")];
  const wrong = await member(scene, "郑误报", "20040506");
  await scene.signIn("sx-tuanwei");
  await scene.open("离团与恢复");
  await row(scene, gone).waitFor();
  await look(scene, "who is 28", "turning");
  await postpone(scene, stays);
  await leave(scene, gone);
  await restore(scene, gone);
  await erase(scene, wrong);
  await page.reload();
  await press("退出");
  await scene.signIn("nl-tuanwei");
  await confirm(scene, "周廿八");
  await confirm(scene, "郑误报");
  assert.equal((await gone.me()).registration.state, "APPROVED");
  assert.equal((await wrong.me()).registration, null);
  await scene.open("离团与恢复");
  await page.getByText("申请", { exact: true }).click();
  await page.getByText("看已结束的").click();
  await text("（已删除）").waitFor();
  await look(scene, "what was asked for", "requests-ended");
  await onlyLooking(scene);
}

async function member({ url }, name, born = "19980203") {
  const house = houseAt(url);
  const person = await arrive(url, { name, born });
  const card = await house.card("zhangsan", person.maskedNumber);
  await house.tap("zhangsan", card, "approve");
  return person;
}

const row = ({ page }, { name, phone }) =>
  page.getByRole("row", { name: new RegExp(name) }).filter({ hasText: phone.slice(-4) }).first();

async function look(scene, label, shot) {
  await settled(scene.page);
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  await scene.shot(shot);
}

async function postpone(scene, person) {
  const { page, press, text } = scene;
  await row(scene, person).getByRole("button", { name: "暂缓" }).click();
  await press("确定暂缓");
  await text("请写明暂缓的原因").waitFor();
  await page.getByLabel("暂缓原因").fill("正在办理党员转正手续");
  await press("确定暂缓");
  await text("请选择今天之后").waitFor();
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("暂缓到").fill(day);
  await look(scene, "postponing", "postpone");
  await press("确定暂缓");
  await row(scene, person).getByText("已说明暂缓").waitFor();
}

async function leave(scene, person) {
  const { page, press, text } = scene;
  await row(scene, person).getByRole("checkbox").check();
  await press("为所选 1 人办理离团");
  await text("确认以下 1 人").waitFor();
  await look(scene, "letting one leave", "leave");
  await press("确认离团");
  await text("1 人已离团，0 人未办理").waitFor();
  await look(scene, "one left", "left-one");
  await press("关闭");
  await row(scene, person).waitFor({ state: "detached" });
  assert.equal((await person.me()).registration.state, "LEFT_AT_28");
}

async function restore(scene, person) {
  const { page, press, text } = scene;
  await page.getByText("已离团", { exact: true }).click();
  await row(scene, person).waitFor();
  await look(scene, "who left", "left");
  await row(scene, person).getByRole("button", { name: "申请恢复" }).click();
  await press("提交上级确认");
  await text("请写明原因").waitFor();
  await page.getByLabel("原因说明").fill("点错了人，本人仍担任班级团支书");
  await press("提交上级确认");
  await text("等待").waitFor();
  await look(scene, "what is asked for", "requests");
}

async function erase(scene, person) {
  const { page, press, text } = scene;
  await scene.open("我的团员");
  await row(scene, person).waitFor();
  await row(scene, person).getByText(person.name).click();
  await press("删除误报资料");
  await text("申请删除报到").waitFor();
  const submit = page.getByRole("button", { name: "提交上级确认" });
  assert.ok(await submit.isDisabled());
  await page.getByLabel("输入姓名确认").fill(person.name);
  await submit.click();
  await text("请选择删除的原因").waitFor();
  await page.getByText("误报到其他团支部").click();
  await page.getByLabel("原因说明").fill("本人属物理学院，扫错了二维码");
  await look(scene, "asking to erase", "erase");
  await submit.click();
  await text("已提交上级团组织确认").waitFor();
}

/** The superior sees why, and agrees. */
async function confirm(scene, name) {
  const { page, press, text } = scene;
  await scene.open("资料审核");
  const line = page.getByRole("row", { name: new RegExp(name) }).filter({ hasText: "团籍事项" }).first();
  await line.waitFor();
  await line.getByRole("link").click();
  await text("申请事项").waitFor();
  await look(scene, `confirming ${name}`, `confirm-${name}`);
  await page.getByText("通过", { exact: true }).first().click();
  await press("确定");
  await text(/已由 .* 同意/).waitFor();
}

async function onlyLooking(scene) {
  const { page } = scene;
  await scene.press("退出");
  await scene.signIn("sx-chakan");
  await scene.open("离团与恢复");
  await page.getByRole("table").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "办理离团" }).count(), 0);
  await look(scene, "only looking", "looking");
}
