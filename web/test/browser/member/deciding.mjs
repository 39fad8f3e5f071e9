// What the branch does with it, and how the member reads it.
import assert from "node:assert/strict";
import { submit } from "./arriving.mjs";

export async function returned(scene) {
  const { house, thumb, person, look } = scene;
  const card = await house.card("zhangsan", person.maskedNumber);
  const reason = card.selection.options.find(({ text }) => text.includes("入团"));
  await house.tap("zhangsan", card, "return", reason.id);
  await thumb.text(`退回原因：${reason.text}`).waitFor();
  await look("returned");
  await thumb.tap("修改资料");
  await thumb.field("姓名").waitFor();
  await look("returned-edit");
  await thumb.month("入团年月", "2021", "4");
  await onToTheEnd(scene);
}

export async function withdrawn(scene) {
  const { thumb, person, look } = scene;
  await thumb.tap("撤回报到");
  await thumb.button("撤回").waitFor();
  await look("withdraw");
  await thumb.tap("撤回");
  await thumb.text("您已撤回报到").waitFor();
  assert.equal(await thumb.field("姓名").inputValue(), person.name);
  await look("withdrawn");
  await onToTheEnd(scene);
}

export async function approved(scene) {
  const { house, thumb, person, look } = scene;
  await thumb.text("实名认证：通过").waitFor();
  const card = await house.card("lisi", person.maskedNumber);
  await house.tap("lisi", card, "approve");
  await thumb.text("已报到").waitFor();
  await look("home");
  await thumb.text("认证资料").click();
  await thumb.text("以下资料已经支部审核通过").waitFor();
  await thumb.text(person.name).waitFor();
  await look("certificate");
}

async function onToTheEnd(scene) {
  const { thumb } = scene;
  await thumb.tap("下一步");
  await thumb.field("民族").waitFor();
  await thumb.tap("下一步");
  await thumb.field("职业").waitFor();
  await submit(scene);
}
