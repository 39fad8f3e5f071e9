import assert from "node:assert/strict";
import { arrive } from "../arrivals.mjs";
import { houseAt } from "../member/house.mjs";
import { PICTURE } from "../picture.mjs";

/** A committee decides one, passes one offline, and many at once, some of which somebody else was quicker with. */
export async function walk(scene) {
  const { page, press, text } = scene;
  const failed = await arrive(scene.url, { name: "林·校验失败", check: "MISMATCH" });
  const three = [];
  for (const name of ["陈一一", "陈二二", "陈三三"]) three.push(await arrive(scene.url, { name }));
  await scene.signIn("sx-tuanwei");
  await scene.open("资料审核");
  await row(scene, failed).waitFor();
  await look(scene, "the list of reviews", "list");
  await filtered(scene, failed, three[0]);
  await passOffline(scene, failed);
  await returnOne(scene, three[0]);
  await many(scene, three.slice(1));
  await onlyLooking(scene);
}

const row = ({ page }, { phone, name }) =>
  page
    .getByRole("row", { name: new RegExp(name) })
    .filter({ hasText: phone.slice(-4) })
    .first();

/** In a select box one can't type into the words lie over the field. */
async function pick({ page }, label, option) {
  await page.getByLabel(label, { exact: true }).click({ force: true });
  await page.getByRole("option", { name: option }).click();
}

async function look(scene, label, shot) {
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  await scene.shot(shot);
}

async function filtered(scene, failed, passed) {
  await pick(scene, "实名认证", "校验失败");
  await row(scene, passed).waitFor({ state: "detached" });
  await row(scene, failed).waitFor();
  await pick(scene, "等待时间", "7 天以上");
  await scene.text("没有符合条件的待审核资料").waitFor();
  await look(scene, "nothing of that kind", "list-empty");
  await scene.open("概览");
  await scene.text("近 30 天申请报到").waitFor();
  await scene.open("资料审核");
  await row(scene, passed).waitFor();
}

async function passOffline(scene, member) {
  const { page, press, text } = scene;
  await row(scene, member).getByRole("link").click();
  await text("校验失败：请核对证件原件").waitFor();
  assert.ok(await page.getByRole("radio", { name: "通过", exact: true }).isDisabled());
  await press("确定");
  await text("请先选择审核结果").waitFor();
  await page.getByText("线下通过", { exact: true }).click();
  await press("确定");
  await text("请说明线下核对的证件和经过").waitFor();
  await page.getByLabel("线下核验说明").fill("当面核对居民身份证原件，与本人一致");
  await press("确定");
  await text("请至少上传一张").waitFor();
  const sending = page.getByRole("button", { name: "照片上传中…", disabled: true });
  await page.route("**/reviews/photos", async (route) => {
    await sending.waitFor();
    await route.continue();
  });
  await page.locator("input[type=file]").setInputFiles([
    { name: "不是照片.txt", mimeType: "image/jpeg", buffer: Buffer.from("no picture") },
    { name: "证件.png", mimeType: "image/png", buffer: PICTURE },
  ]);
  await text("照片打不开或太大").waitFor();
  await page.getByAltText("第 1 张照片").waitFor();
  await sending.waitFor({ state: "detached" });
  await page.unroute("**/reviews/photos");
  await look(scene, "an offline pass", "offline-pass");
  await press("确定");
  await text(/已由 数学学院团委 于 .* 同意/).waitFor();
  await press("查看 1 张照片（查看会留下记录）");
  await page.getByAltText("证明照片 1").waitFor();
  await look(scene, "passed offline", "offline-passed");
  assert.equal((await member.me()).registration.realName.label, "线下通过");
  await page.getByRole("link", { name: "返回列表" }).click();
}

async function returnOne(scene, member) {
  const { page, press, text } = scene;
  await row(scene, member).getByRole("link").click();
  await page.getByText("退回", { exact: true }).click();
  await press("确定");
  await text("请选择退回原因").last().waitFor();
  await pick(scene, "退回原因", "其他原因");
  await press("确定");
  await text("请写明退回原因").waitFor();
  await page.getByLabel("说明（必填，团员会看到）").fill("请以入团志愿书为准");
  await look(scene, "returning", "return");
  await press("确定");
  await text(/已由 数学学院团委 于 .* 退回，原因：请以入团志愿书为准/).waitFor();
  await look(scene, "returned", "returned");
  await page.getByRole("link", { name: "返回列表" }).click();
}

/** While the dialog is open an operator decides one of them on the phone. */
async function many(scene, members) {
  const { page, press, text } = scene;
  for (const member of members)
    await row(scene, member).getByRole("checkbox").check();
  await press(`审核所选 ${members.length} 条`);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("通过", { exact: true }).click();
  await look(scene, "many at once", "batch");
  const house = houseAt(scene.url);
  const card = await house.card("zhangsan", members[0].maskedNumber);
  await house.tap("zhangsan", card, "approve");
  await dialog.getByRole("button", { name: "确定" }).click();
  await dialog.getByText("1 条已办理，1 条未办理").waitFor();
  await dialog.getByText(/已由 张三 于 .* 同意/).waitFor();
  await look(scene, "what became of many", "batch-done");
  await dialog.getByRole("button", { name: "完成" }).click();
  await row(scene, members[1]).waitFor({ state: "detached" });
}

async function onlyLooking(scene) {
  const { page, press, text } = scene;
  const waiting = await arrive(scene.url, { name: "只能看" });
  await press("退出");
  await scene.signIn("sx-chakan");
  await scene.open("资料审核");
  await row(scene, waiting).getByRole("link").click();
  await text("您的角色只能查看，不能审核。").waitFor();
  assert.equal(await page.getByRole("button", { name: "确定" }).count(), 0);
  await look(scene, "only looking", "only-looking");
}
