// Signs in with accounts elsewhere, in a running house, as a thumb would:
//   node test/browser/linked.mjs http://127.0.0.1:8080 [FOLDER_FOR_PICTURES]
import assert from "node:assert/strict";
import { findChromium, launch } from "./chromium.mjs";
import { hands } from "./hands.mjs";
import { makeScene } from "./scene.mjs";

const [url, shots] = process.argv.slice(2);
const chromium = findChromium();
if (!chromium) {
  console.log("SKIPPED  the walk to a provider: no Chromium found");
  process.exit(0);
}
if (!url) {
  console.error("Which house? Give its address, such as http://127.0.0.1:8080");
  process.exit(2);
}
if (shots) process.env.SHOTS = shots;

const browser = await launch(chromium);
let failed = false;
for (const [width, font, person, phone] of [
  [375, 16, "林晓", "13822220001"],
  [320, 24, "何家明", "13822220002"],
]) {
  const scene = await makeScene(browser, { url }, `linked ${width}`, width, {
    font,
    person,
    phone,
  });
  try {
    await newcomer(scene);
    await oneTap(scene);
    await listed(scene);
    scene.checkQuiet();
    console.log(`ok       linked accounts at ${width} px`);
  } catch (error) {
    failed = true;
    console.error(`FAILED   at ${width} px\n${error.stack ?? error}`);
    await scene.shot("failed");
  }
  await scene.close();
}
await browser.close();
process.exit(failed ? 1 : 0);

async function look(scene, label) {
  await scene.shot(label);
  await scene.checkLayout(label);
  await scene.checkAccess(label);
}

async function open(scene, page) {
  const { width, font } = scene;
  const who = `linked-${width}-${Date.now()}`;
  await scene.page.goto(`${url}/mp/?member=${who}&font=${font}#${page}`);
  return hands(scene.page);
}

/** To the provider and back as this person. */
async function goAs(scene, thumb, button, person) {
  await thumb.tap(button);
  const inside = scene.page.frameLocator("iframe.wx-web-view");
  await inside.getByText("点一个人").waitFor();
  await scene.shot("provider");
  await inside.getByRole("link", { name: person }).click();
}

/** Who says no comes back to the login page; who says yes proves the phone once. */
async function newcomer(scene) {
  const thumb = await open(scene, "pages/login/login");
  await thumb.button("广东青年之声账号登录").waitFor();
  await look(scene, "login");
  await goAs(scene, thumb, "广东青年之声账号登录", "取消登录");
  await thumb.text("您取消了登录").waitFor();
  await look(scene, "ended");
  await thumb.tap("返回登录");
  await goAs(scene, thumb, "广东青年之声账号登录", scene.person);
  await thumb.text("确认手机号").waitFor();
  await thumb.text(`138****${scene.phone.slice(7)}`).waitFor();
  await look(scene, "proof");
  await thumb.tap("验证并登录");
  await thumb.text("请填写短信里的验证码").waitFor();
  await thumb.tap("获取验证码");
  await thumb.text(/秒后重发/).waitFor();
  await thumb.fill("短信验证码", await smsCode(scene.phone));
  await thumb.tap("验证并登录");
  await Promise.race([thumb.text(/还没有团务账号/).waitFor(), isInside(scene)]);
  if (await thumb.text(/还没有团务账号/).isVisible()) {
    await thumb.choose("所在高校", "南岭大学");
    await look(scene, "university");
    await thumb.tap("验证并登录");
  }
  await isInside(scene);
  await scene.shot("inside");
}

/** The next time one tap is enough, on another phone too. */
async function oneTap(scene) {
  const thumb = await open(scene, "pages/login/login");
  await goAs(scene, thumb, "广东青年之声账号登录", scene.person);
  await isInside(scene);
}

/** Linked, unlinked, and another linked from inside. */
async function listed(scene) {
  const thumb = hands(scene.page);
  await scene.page.evaluate(() => (location.hash = "pages/linked/linked"));
  await thumb.button("解除广东青年之声").waitFor();
  await look(scene, "list");
  await goAs(scene, thumb, "关联共青团一号通", "周婷");
  await thumb.button("解除共青团一号通").waitFor();
  await unlinkAll(scene);
}

async function unlinkAll(scene) {
  const thumb = hands(scene.page);
  await scene.page.evaluate(() => (location.hash = "pages/linked/linked"));
  for (const name of ["共青团一号通", "广东青年之声"]) {
    await thumb.tap(`解除${name}`);
    await thumb.tap("解除");
    await thumb.button(`关联${name}`).waitFor();
  }
}

function isInside(scene) {
  return scene.page.locator('[data-route="pages/profile/profile"]').waitFor();
}

async function smsCode(phone) {
  for (let i = 0; i < 50; i++) {
    const answer = await fetch(`${url}/sandbox/sms?phone=${phone}`);
    const { messages } = await answer.json();
    const last = messages.at(-1);
    if (last) return /\d{6}/.exec(last.text)[0];
    await new Promise((wake) => setTimeout(wake, 200));
  }
  assert.fail("no SMS came");
}
