import assert from "node:assert/strict";
import { settled } from "../settled.mjs";

/** A committee founds a branch, gives it operators and an account, asks to let it go; the province agrees. */
export async function walk(scene) {
  const { page, press, text } = scene;
  const mark = Date.now().toString(36).toUpperCase();
  const branch = `试点${mark}团支部`;
  const other = `合并${mark}团支部`;
  await scene.signIn("sx-tuanwei");
  await scene.open("组织机构");
  await page.getByRole("heading", { name: "共青团南岭大学数学学院委员会" }).waitFor();
  await page.getByRole("treeitem", { name: /数学2301团支部/ }).waitFor();
  await scene.checkLayout("the tree");
  await scene.checkAccess("the tree");
  await scene.shot("tree");

  await refusedFounding(scene);
  await found(scene, branch, `W1${mark}`);
  await scene.shot("founded");
  await operators(scene, branch);
  const code = await takeOverCode(scene);

  await rename(scene, branch);
  await askToMove(scene, branch);
  await found(scene, other, `W2${mark}`);
  await mergeInto(scene, other, "4401010003");
  await page.getByRole("heading", { name: "南岭大学数学学院研究生团支部" }).waitFor();

  await page.getByRole("button", { name: "退出" }).click();
  await theProvinceAgrees(scene, branch);
  await page.getByRole("button", { name: "退出" }).click();
  await takeOver(scene, code, `zhibu-${mark}`);
  await aViewerOnlyLooks(scene);
}

async function openOwn({ page, open }) {
  await open("运营者");
  await open("组织机构");
  await page.getByRole("heading", { name: "共青团南岭大学数学学院委员会" }).waitFor();
}

async function choose({ page, press }, query, name) {
  await page.getByLabel("查找组织").fill(query);
  await press("查找");
  await page.getByRole("button", { name }).first().click();
}

const dialog = ({ page }) => page.getByRole("dialog").filter({ visible: true });

async function refusedFounding(scene) {
  await scene.press("新建下级");
  await dialog(scene).getByLabel("全称").fill("南岭大学数学学院试点团支部");
  await dialog(scene).getByLabel("简称").fill("试点");
  await dialog(scene).getByLabel("组织代码").fill("4401010001");
  await scene.press("建立");
  await scene.text("这个组织代码已被使用").waitFor();
  await settled(scene.page);
  await scene.checkAccess("a code that is taken");
  await scene.shot("refused");
  await scene.page.keyboard.press("Escape");
  await dialog(scene).waitFor({ state: "hidden" });
}

async function found(scene, name, code) {
  await openOwn(scene);
  await scene.press("新建下级");
  await dialog(scene).getByLabel("全称").fill(name);
  await dialog(scene).getByLabel("简称").fill(name);
  await dialog(scene).getByLabel("组织代码").fill(code);
  await scene.press("建立");
  await scene.page.getByRole("heading", { name }).waitFor();
}

async function operators(scene, branch) {
  const { page, press, text } = scene;
  const phone = `137${String(Date.now()).slice(-8)}`;
  await press("添加运营者");
  await dialog(scene).getByLabel("手机号").fill(phone);
  await dialog(scene).getByLabel(/姓名/).fill("𬱖·阿卜杜拉");
  await press("添加");
  await text("请本人先在小程序注册账号").waitFor();
  await registered(scene.url, phone);
  await press("添加");
  await text("未绑定企业微信").waitFor();
  await scene.checkAccess("an operator without a userid");
  await scene.shot("operator");
  await press("填写账号");
  await dialog(scene).getByLabel("企业微信账号").fill("zhangsan");
  await press("保存");
  await text("已属于另一位运营者").waitFor();
  await dialog(scene).getByLabel("企业微信账号").fill(`op${phone}`);
  await press("保存");
  await text(`op${phone}`).waitFor();
  await scene.open("运营者");
  await page.getByRole("cell", { name: branch }).first().waitFor();
  await text(`${phone.slice(0, 3)}****${phone.slice(-4)}`).waitFor();
  await scene.checkLayout("the operators");
  await scene.checkAccess("the operators");
  await scene.shot("operators");
  await scene.open("组织机构");
  await choose(scene, branch, new RegExp(branch));
  await page.getByRole("heading", { name: branch }).waitFor();
}

/** Somebody makes an account on a telephone elsewhere. */
async function registered(url, phone) {
  const call = async (path, body) => {
    const key = Math.random().toString(36).slice(2) + Date.now();
    const answer = await fetch(url + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
  };
  await call("/api/sms-codes", { phone, purpose: "REGISTER" });
  let smsCode;
  for (let i = 0; i < 100 && !smsCode; i++) {
    await new Promise((go) => setTimeout(go, 100));
    const { messages } = await (await fetch(`${url}/sandbox/sms?phone=${phone}`)).json();
    smsCode = messages.at(-1)?.text.match(/[0-9]{6}/)?.[0];
  }
  await call("/api/accounts", {
    phone,
    smsCode,
    password: "riverside-Birch-42",
    universityId: "1",
    loginCode: "none!",
  });
}

async function takeOverCode(scene) {
  await scene.press("接管码");
  await scene.press("生成接管码");
  const code = await scene.page.locator("[data-code]").innerText();
  assert.match(code, /^[2-9A-HJ-NP-Za-hjkmnp-z]{8}$/);
  await scene.checkAccess("a take-over code");
  await scene.shot("code");
  await scene.page.keyboard.press("Escape");
  await dialog(scene).waitFor({ state: "hidden" });
  return code;
}

async function rename(scene, branch) {
  await scene.press("改名");
  await dialog(scene).getByLabel("全称").fill(`${branch}（新）`);
  await scene.press("保存");
  await scene.page.getByRole("heading", { name: `${branch}（新）` }).waitFor();
}

async function pick(scene, query, name) {
  const target = dialog(scene).getByRole("combobox");
  await target.click();
  await target.fill(query);
  await scene.page.getByRole("option", { name }).first().click();
}

async function askToMove(scene, branch) {
  const { page, press, text } = scene;
  await press("移动");
  await pick(scene, "440102", /物理学院团委/);
  await press("确定移动");
  await text("请填写理由").waitFor();
  await scene.shot("move");
  await dialog(scene).getByLabel(/理由/).fill("专业调整");
  await press("确定移动");
  await text("已提交申请").waitFor();
  await page.getByRole("link", { name: "变更申请" }).click();
  await text("没有等待审批的申请").waitFor();
  await press("我的申请");
  await text(`“${branch}（新）”移到`).waitFor();
  await scene.checkLayout("the requests");
  await scene.checkAccess("the requests");
  await scene.shot("asked");
}

async function mergeInto(scene, name, code) {
  await scene.press("合并");
  await pick(scene, code, /研究生/);
  await scene.press("确定合并");
}

async function theProvinceAgrees(scene, branch) {
  const { page, text } = scene;
  await scene.signIn("nl-tuanwei");
  await scene.open("组织机构");
  await page.getByRole("link", { name: "变更申请" }).click();
  const row = page.getByRole("row").filter({ hasText: branch });
  await row.getByRole("button", { name: "同意" }).click();
  await settled(page);
  await scene.shot("decide");
  await page.getByRole("button", { name: "确定" }).click();
  await row.waitFor({ state: "hidden" });
  await scene.open("组织机构");
  await choose(scene, branch, new RegExp(branch));
  await text("物理学院团委").waitFor();
}

async function takeOver(scene, code, login) {
  const { page, press, text } = scene;
  await page.getByRole("link", { name: "用接管码设置账号" }).click();
  const fill = async (typed) => {
    await page.getByLabel(/接管码/).fill(typed);
    await page.getByLabel("新的登录名").fill(login);
    await page.getByLabel("新的密码").fill("riverside-Birch-42");
    await page.getByLabel("再输入一次密码").fill("riverside-Birch-42");
    await press("接管");
  };
  await fill("ABCDEFGH");
  await text("接管码不正确").waitFor();
  await scene.checkLayout("the take-over");
  await scene.checkAccess("the take-over");
  await scene.shot("take-over");
  await fill(code);
  await text("已接管").waitFor();
  await page.getByRole("link", { name: "去登录" }).click();
  await scene.signIn(login, "riverside-Birch-42");
  await page.getByRole("button", { name: "退出" }).click();
}

async function aViewerOnlyLooks(scene) {
  const { page } = scene;
  await scene.signIn("sx-chakan");
  await scene.open("组织机构");
  await page.getByRole("heading", { name: "共青团南岭大学数学学院委员会" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "新建下级" }).count(), 0);
  assert.equal(await page.getByRole("link", { name: "变更申请" }).count(), 0);
}
