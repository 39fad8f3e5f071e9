import assert from "node:assert/strict";
import { settled } from "../settled.mjs";

/** The root declares, the committee allocates to two branches at once, gives a number, voids one, takes the rest back. */
export async function walk(scene) {
  const { page, press, text } = scene;
  const field = (label) => page.getByLabel(label, { exact: true });
  const year = new Date().getFullYear();
  // A walk repeated in the same house takes numbers nobody has taken before.
  const serial = 100_000 + (Math.floor(Date.now() / 1000) % 8000) * 100;
  const number = (n) => `${year}44${String(serial + n).padStart(6, "0")}`;

  await scene.signIn("nl-tuanwei");
  await scene.open("团员编号分配");
  await press("登记上级拨入的号段");
  await field("起始编号").fill("20264");
  await press("确定登记");
  await text("请填写 12 位数字").waitFor();
  await field("起始编号").fill(number(0));
  await field("终止编号").fill(number(99));
  await settled(page);
  await scene.checkAccess("declaring");
  await press("确定登记");
  await text("已登记").waitFor();
  await page.getByLabel("勾选共青团南岭大学委员会").waitFor();
  await settled(page);
  await scene.checkLayout("the root's numbers");
  await scene.checkAccess("the root's numbers");
  await give(scene, ["勾选共青团南岭大学委员会"], async () => {
    await fill(scene, "共青团南岭大学委员会", number(0), number(79));
  });
  await scene.shot("numbers-root");

  // The committee in between has no account in the demo: its root gives to the school right away.
  await page.getByRole("button", { name: "共青团南岭大学委员会的下级" }).click();
  const maths = "共青团南岭大学数学学院委员会";
  await give(scene, [`勾选${maths}`], async () => {
    await fill(scene, maths, number(80), number(99));
  });

  await page.getByRole("button", { name: "退出" }).first().click();
  await scene.signIn("sx-tuanwei");
  await scene.open("团员编号分配");
  const first = "南岭大学数学学院2301团支部";
  const second = "南岭大学数学学院2302团支部";
  await give(scene, [`勾选${first}`, `勾选${second}`], async () => {
    await fill(scene, first, number(80), number(84));
    await fill(scene, second, number(84), number(89));
    await press("确定添加");
    await text("一个也没有添加").waitFor();
    await settled(page);
    await scene.checkAccess("a row that overlaps");
    await scene.shot("numbers-overlap");
    await field("每个组织").fill("5");
    await press("依次自动填写");
  });
  await page.getByRole("button", { name: new RegExp(`^${first} `) }).click();
  await press("取下一个编号");
  await text("下一个编号 ").waitFor();
  await settled(page);
  await scene.checkAccess("the next number");
  await scene.shot("numbers-next");
  await press("知道了");
  const segment = page.getByRole("article").filter({ hasText: "已发出" }).first();
  await segment.getByRole("button", { name: "查看编号" }).click();
  await text("已发出，待报到").waitFor();
  await settled(page);
  await scene.checkLayout("a branch's ledger");
  await scene.checkAccess("a branch's ledger");
  await scene.shot("numbers-ledger");
  await page.getByRole("button", { name: /^作废编号 \d{12}$/ }).first().click();
  await page.getByRole("textbox").last().fill("志愿书写坏了");
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await text("志愿书写坏了").waitFor();
  await page.getByRole("article").first().getByRole("button", { name: "收回未用编号" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "收回" }).click();
  await text(/收回了 \d+ 个编号/).waitFor();
  await settled(page);
  await scene.checkAccess("what is left");
  await scene.shot("numbers-reclaimed");

  await page.getByRole("button", { name: "退出" }).first().click();
  await scene.signIn("sx-chakan");
  await scene.open("团员编号分配");
  await text("使用情况").waitFor();
  const offered = await page.getByRole("button", { name: /^新增号段|^作废|^收回|^取下一个/ }).count();
  assert.equal(offered, 0, "buttons offered to somebody who only looks");
  await scene.shot("numbers-viewer");
}

async function give({ page, press, text }, boxes, rows) {
  for (const box of boxes) await page.getByLabel(box, { exact: true }).check({ force: true });
  await page.getByRole("button", { name: /^新增号段/ }).click();
  await text("可分配的号码").waitFor();
  await rows();
  await press("确定添加");
  await text(/已分配 \d+ 个编号/).waitFor();
}

async function fill({ page }, name, start, end) {
  await page.getByLabel(`${name}的起始编号`).fill(start);
  await page.getByLabel(`${name}的终止编号`).fill(end);
}
