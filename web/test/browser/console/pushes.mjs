import assert from "node:assert/strict";
import { houseAt, until } from "../member/house.mjs";

/** The platform refuses a code for good: the push rests here with its reason, until somebody sends it again. */
export async function walk(scene) {
  const { page, press, text } = scene;
  await scene.signIn("sx-tuanwei");
  await scene.open("消息推送");
  await text(/没有未送达的消息|重新发送/).waitFor();
  await scene.checkLayout("the pushes");
  await scene.checkAccess("the pushes");
  await scene.shot("none");
  const dead = await deadLetters(scene);
  await aCodeThatIsRefused(scene);
  await scene.open("消息推送");
  await until(async () => {
    await press("刷新");
    return (await deadLetters(scene)) > dead;
  });
  const row = page.getByRole("row").filter({ hasText: "生成报到二维码" }).first();
  await scene.checkLayout("a push that did not go");
  await scene.checkAccess("a push that did not go");
  await scene.shot("dead");
  await row.getByRole("button", { name: "重新发送" }).click();
  await text("已放回队列").waitFor();
  await until(async () => {
    await press("刷新");
    return (await deadLetters(scene)) === dead;
  });
  await page.getByText(/^等待发送（/).click();
  await text(/没有等待发送的消息|下次尝试/).waitFor();
  await scene.checkAccess("what waits");
  await scene.shot("waiting");
}

const deadLetters = async ({ page }) =>
  Number((await page.getByText(/^未送达（\d+）$/).innerText()).replace(/\D/g, ""));

/** An invitation whose code the platform will never give. */
async function aCodeThatIsRefused({ url, open, choose, press, page }) {
  const { ask } = houseAt(url);
  const refused = { endpoint: "wxa/getwxacodeunlimit", kind: "REFUSED", times: 1 };
  await ask("PUT", "/sandbox/faults", [refused]);
  await open("报到邀请");
  await choose("二维码", "小程序码");
  await page.getByLabel("活动名称").fill("生成不了的码");
  await press("生成二维码");
  await page.getByRole("row").filter({ hasText: "生成不了的码" }).first().waitFor();
}
