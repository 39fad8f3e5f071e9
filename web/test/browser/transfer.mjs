// One transfer through all four nodes: the member's phone, two operators' phones, the console of two superiors:
//   node test/browser/transfer.mjs http://127.0.0.1:8080 [FOLDER_FOR_PICTURES] [WIDTH_OF_THE_CONSOLE]
import assert from "node:assert/strict";
import { arrive } from "./arrivals.mjs";
import { findChromium, launch } from "./chromium.mjs";
import { desk as console_ } from "./console/desk.mjs";
import { hands } from "./hands.mjs";
import { desk as sandbox } from "./house/desk.mjs";
import { houseAt, until } from "./member/house.mjs";
import { seesTransfer, startsTransfer } from "./member/moving.mjs";
import { makeScene } from "./scene.mjs";

const [url, shots, width = "1280"] = process.argv.slice(2);
const chromium = findChromium();
if (!chromium) {
  console.log("SKIPPED  a transfer through four nodes: no Chromium found");
  process.exit(0);
}
if (!url) {
  console.error("Which house? Give its address, such as http://127.0.0.1:8080");
  process.exit(2);
}
if (shots) process.env.SHOTS = shots;

const house = houseAt(url);
const browser = await launch(chromium);
const scenes = [];
const scene = async (name, wide) => {
  const made = await makeScene(browser, { url }, name, wide, {});
  scenes.push(made);
  return made;
};
const phone = await scene("transfer member", 375);
const work = await scene("transfer work", 360);
const chat = await scene("transfer chat", 1440);
const above = await scene("transfer console", Number(width));
const root = await scene("transfer province", Number(width));
let step = "someone is a member";
let code = 0;
let person;
let member;

async function told(title, act) {
  step = title;
  const started = Date.now();
  await act();
  for (const one of scenes) one.checkQuiet();
  console.log(`ok ${String(Date.now() - started).padStart(6)} ms  ${title}`);
}

try {
  await someoneIsAMember();
  await told("the member starts it on the phone", start);
  await told("the branch lets go: a tap on the card", letGo);
  await told("its superior agrees at the console", agreeAbove);
  await told("the other branch takes: the page on the phone", take);
  await told("its superior agrees at the console, many at once", agreeAtLast);
  await told("the member reads it on the phone", read);
  console.log("ok  a transfer through four nodes");
} catch (error) {
  code = 1;
  console.error(`FAILED  ${step}\n${error.stack ?? error}`);
  for (const one of scenes) await one.shot("failed");
}
await browser.close();
process.exit(code);

async function someoneIsAMember() {
  member = await house.newMember("转接的团员");
  person = await arrive(url, { name: "钱行远", member });
  const card = await house.card("zhangsan", person.maskedNumber);
  await house.tap("zhangsan", card, "approve");
}

async function start() {
  await phone.page.addInitScript(
    ([key, value]) => location.protocol === "http:" && localStorage.setItem(key, value),
    [`tuanwu.mp.${member}.session`, JSON.stringify(person.session)],
  );
  await phone.page.goto(`${url}/mp/?member=${member}#pages/home/home`);
  // The page itself asks once; each node's agreement is worth a notice.
  await house.acceptPushes(member, 3);
  await startsTransfer(
    { thumb: hands(phone.page), look: (label) => look(phone, label) },
    { words: "物理", found: "物理学院2301团支部" },
  );
}

async function letGo() {
  await chat.page.goto(url);
  const { zhang } = sandbox(chat.page);
  const card = zhang.card("团员组织关系转接");
  await card.getByText("转出").first().waitFor();
  await chat.shot("card");
  await zhang.press(card, "同意");
  await card.getByText(/已由 张三 于 .*同意/).waitFor();
  await pushed("一步通过");
  await chat.shot("card agreed");
}

async function agreeAbove() {
  const hand = console_(above);
  await hand.signIn("sx-tuanwei");
  await hand.open("组织关系转接");
  const { page } = above;
  await page.getByRole("button", { name: "钱行远" }).first().waitFor();
  await look(above, "waiting");
  await page.getByRole("button", { name: "钱行远" }).first().click();
  const drawer = page.getByRole("dialog", { name: "组织关系转接" });
  await drawer.getByText("由 张三").or(drawer.getByText("张三，")).first().waitFor();
  await look(above, "drawer");
  await drawer.getByRole("button", { name: "确定" }).click();
  await drawer.getByText("请先选择审核结果。").waitFor();
  await drawer.getByText("通过", { exact: true }).click();
  await drawer.getByRole("button", { name: "确定" }).click();
  await drawer.getByText("等待审核，同意后转到转入上级").or(drawer.getByText("已转到转入团支部")).first().waitFor();
  await look(above, "agreed");
  await drawer.getByRole("button", { name: /关闭|Close/ }).first().click();
  await page.getByRole("tab", { name: "办理中" }).click();
  await page.getByText("等待 南岭大学物理学院2301团支部").first().waitFor();
  await look(above, "under way");
  await hand.press("转入二维码");
  await page.getByRole("img", { name: /的二维码/ }).waitFor();
  await look(above, "codes");
  await page.keyboard.press("Escape");
  await hand.press("认领转入");
  await page.getByRole("button", { name: "认领并发起" }).click();
  await page.getByText("请填写报到时的姓名。").waitFor();
  await look(above, "claim refused");
}

async function take() {
  const target = encodeURIComponent(`${url}/m/#/transfers`);
  const { page } = work;
  await page.goto(`${url}/sandbox/operators/zhaomin/open?url=${target}`);
  await page.getByText("钱行远").first().waitFor();
  await look(work, "list");
  await page.locator("li").filter({ hasText: "钱行远" }).first().click();
  await page.getByRole("heading", { name: "办理进度" }).waitFor();
  await page.getByText("转接原因").waitFor();
  await look(work, "review");
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await page.getByText(/已由 赵敏 于 .*同意/).waitFor();
  await pushed("一步通过");
  await look(work, "agreed");
  await page.goto(`${url}/m/#/transfers/claim`);
  await page.getByRole("button", { name: "认领并发起" }).click();
  await page.getByText("请填写报到时的姓名。").waitFor();
  await look(work, "claim refused");
}

async function agreeAtLast() {
  const hand = console_(root);
  await hand.signIn("nl-tuanwei");
  await hand.open("组织关系转接");
  const { page } = root;
  await page.getByLabel("选择钱行远").first().check();
  await page.getByRole("button", { name: "审核所选 1 条" }).click();
  const dialog = page.getByRole("dialog", { name: "审核所选 1 条" });
  await dialog.getByText("通过", { exact: true }).click();
  await look(root, "many");
  await dialog.getByRole("button", { name: "确定" }).click();
  await dialog.getByText("1 条已办理，0 条未办理").waitFor();
  await dialog.getByRole("button", { name: "完成" }).click();
  await page.getByRole("tab", { name: "已办结" }).click();
  await page.getByRole("button", { name: "钱行远" }).first().waitFor();
  await look(root, "over");
}

async function read() {
  await pushed("已完成");
  const thumb = hands(phone.page);
  const looked = (label) => look(phone, label);
  await seesTransfer({ house, page: phone.page, member, thumb, look: looked }, /转入南岭大学物理学院2301团支部/);
  await phone.page.goto("about:blank");
  await phone.page.goto(`${url}/mp/?member=${member}#pages/messages/messages`);
  await thumb.text(/转接完成/).waitFor();
  await look(phone, "messages");
}

/** The newest notice on the member's phone says so; the steps of a transfer that went on are not told late. */
async function pushed(phrase) {
  const newest = await until(async () =>
    (await house.notices(member)).filter((said) => said.includes(phrase)).pop(),
  );
  assert.match(newest, /南岭大学数学学院2301/);
}

async function look(one, label) {
  await one.checkLayout(label);
  await one.checkAccess(label);
  await one.shot(label);
}
