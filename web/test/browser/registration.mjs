import assert from "node:assert/strict";
import { registration } from "../stub/api.mjs";
import { ID_NUMBER, hands } from "./hands.mjs";

const START = "pages/start/start?invite=DEMO2301&scan=token-1";

/** From the link to the certificate. */
export async function registrationStory(scene) {
  const { page, stub, font = 16 } = scene;
  const thumb = hands(page);
  await page.goto(`${stub.url}/mp/?member=member-1&font=${font}#${START}`);
  await makeAccount(scene, thumb);
  await fillProfile(scene, thumb);
  await submit(scene, thumb);
  await followStatus(scene, thumb);
}

export async function makeAccount(scene, thumb) {
  await thumb.text("数学学院2301团支部").waitFor();
  await look(scene, "start");
  await thumb.tap("开始报到");
  await thumb.tap("注册并填写资料");
  await thumb.text("请填写 11 位手机号码").waitFor();
  await look(scene, "account");
  await thumb.fill("手机号", "13800000000");
  await thumb.tap("获取验证码");
  await thumb.text(/秒后重发/).waitFor();
  await thumb.fill("短信验证码", "111111");
  await thumb.fill("登录密码", "right-horse-9");
  await thumb.choose("所在高校", "中山大学");
  await thumb.tap("注册并填写资料");
  await thumb.text("验证码不对，请核对短信").waitFor();
  await thumb.fill("短信验证码", "246810");
  await thumb.tap("注册并填写资料");
  await thumb.field("姓名").waitFor();
  const { body, key } = scene.stub.world.firstCall("POST /api/accounts", 1);
  assert.equal(body.scan, "token-1");
  assert.equal(body.loginCode, "code-1");
  assert.match(key, /^[\w-]{36}$/);
}

export async function fillProfile(scene, thumb) {
  await thumb.tap("下一步");
  await thumb.text("请填写姓名").waitFor();
  await look(scene, "profile errors");
  await thumb.fill("姓名", "林小满2");
  await thumb.fill("证件号码", "110105200403070020");
  await thumb.text("姓名里不能有数字").waitFor();
  await thumb.fill("姓名", "林小满");
  await thumb.text("身份证号码有误").waitFor();
  await thumb.fill("证件号码", ID_NUMBER);
  await thumb.month("入团年月", "2021", "5");
  await thumb.text("2004年3月7日").waitFor();
  await look(scene, "profile one");
  await thumb.tap("下一步");
  await thumb.text(/草稿已保存/).waitFor();
  assert.equal(scene.stub.world.profile.invitation, "DEMO2301");
  await thumb.choose("民族", "汉族");
  await thumb.choose("政治面貌", "共青团员");
  await thumb.choose("全日制学历", "大学本科");
  await thumb.field("是否支部团干部").click();
  await thumb.choose("职务", "团支部书记");
  await thumb.month("任职年月", "2024", "9");
  await thumb.choose("任职方式", "兼职");
  await thumb.choose("户籍地，省级", "广东省");
  await thumb.choose("户籍地，市级", "广州市");
  await thumb.choose("户籍地，县级", "天河区");
  await look(scene, "profile two");
  await thumb.tap("下一步");
}

async function submit(scene, thumb) {
  await thumb.choose("职业", "学生");
  assert.equal(scene.stub.world.profile.household, "440106");
  await thumb.fill("发展团员编号", "2");
  await thumb.fill("发展团员编号", "");
  await agreeAndSubmit(scene, thumb);
  await thumb.text(/须填写发展团员编号/).waitFor();
  const { y } = await thumb.field("发展团员编号").boundingBox();
  assert.ok(y > 46 && y < 740, "the first field to correct is in sight");
  await thumb.fill("发展团员编号", "202144999999");
  await thumb.field("职业").focus();
  await thumb.text("这个编号已被使用").waitFor();
  await look(scene, "profile three");
  await thumb.fill("发展团员编号", "202111000123");
  await thumb.field("职业").focus();
  await thumb.text("不是本省代码").waitFor();
  await look(scene, "profile warned");
  await thumb.fill("发展团员编号", "202144000123");
  await thumb.field("职业").focus();
  await thumb.text("编号可用，提交后为您保留").waitFor();
  await agreeAndSubmit(scene, thumb);
  await thumb.text("等待支部审核").waitFor();
}

async function agreeAndSubmit(scene, thumb) {
  await thumb.tap("提交报到");
  await thumb.button("允许").waitFor();
  await scene.shot("consent");
  await thumb.tap("允许");
}

async function followStatus(scene, thumb) {
  const { world } = scene.stub;
  await look(scene, "pending");
  await thumb.tap("撤回报到");
  await thumb.tap("撤回");
  await thumb.field("姓名").waitFor();
  assert.equal(world.registration.state, "WITHDRAWN");
  await thumb.text("您已撤回报到").waitFor();
  await thumb.text("数学学院2301团支部").waitFor();
  assert.equal(await thumb.field("证件号码").inputValue(), ID_NUMBER);
  world.registration = registration("RETURNED");
  await scene.page.reload();
  await thumb.text("退回原因：团员编号有误").waitFor();
  await look(scene, "returned");
  await thumb.tap("修改资料");
  await thumb.text("支部退回了您的报到").waitFor();
  await scene.shot("editing");
  await thumb.tap("返回");
  await thumb.text("报到被退回").waitFor();
  world.registration = registration("APPROVED");
  await thumb.text("认证资料").waitFor();
  await look(scene, "home");
  await thumb.tap("团员证，林小满");
  await thumb.text("以下资料已经支部审核通过").waitFor();
  await look(scene, "certificate");
}

async function look(scene, label) {
  await scene.checkLayout(label);
  if (scene.access) await scene.checkAccess(label);
  await scene.shot(label);
}
