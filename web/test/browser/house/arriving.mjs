// The admin invites; the member arrives, makes an account, fills in and submits.
import assert from "node:assert/strict";
import { passGate } from "../gate.mjs";
import { pick } from "../pick.mjs";

const BRANCH = "南岭大学数学学院2301团支部";

export async function signIn({ pc, page, shot }) {
  await shot("desk");
  await pc.getByLabel("账号").fill("sx-tuanwei");
  await pc.getByLabel("密码").fill("Demo-2026-tuan");
  await pc.getByRole("button", { name: "登录", exact: true }).click();
  await passGate(pc, page.url(), "sx-tuanwei", shot);
  await pc.getByRole("link", { name: "报到邀请" }).click();
  await pc.getByRole("button", { name: "生成二维码" }).waitFor();
}

export async function invite({ pc, shot }) {
  await pick(pc, "组织", BRANCH);
  await pick(pc, "二维码", "公众号临时码");
  await pc.getByRole("button", { name: "生成二维码" }).click();
  await pc.getByRole("img", { name: `${BRANCH}的报到二维码` }).waitFor();
  await shot("invitation");
}

export async function scan({ member, shot }) {
  await member.getByRole("button", { name: "新团员" }).click();
  await member.getByRole("button", { name: "扫一扫" }).click();
  const codes = member.getByRole("dialog", { name: "扫一扫" });
  await codes.getByRole("button", { name: BRANCH }).first().waitFor();
  await shot("scan");
  await codes.getByRole("button", { name: BRANCH }).first().click();
  await member.getByText(`欢迎到${BRANCH}报到`).waitFor();
  await shot("answer");
}

export async function open({ member, program, shot }) {
  await member.getByRole("link", { name: "点此开始报到" }).last().click();
  await program.text(BRANCH).waitFor();
  await shot("start");
  await program.tap("开始报到");
}

export async function register({ program, person, smsCode, shot }) {
  await program.tap("注册并填写资料");
  await program.text("请填写 11 位手机号码").waitFor();
  await program.fill("手机号", person.phone);
  await program.tap("获取验证码");
  await program.fill("短信验证码", await smsCode());
  await program.fill("登录密码", person.password);
  await program.choose("所在高校", "南岭大学");
  await shot("account");
  await program.tap("注册并填写资料");
  await program.field("姓名").waitFor();
}

export async function identity({ program, person, shot }) {
  await program.text(BRANCH).waitFor();
  await program.tap("下一步");
  await program.text("请填写姓名").waitFor();
  await program.fill("姓名", `${person.name}2`);
  await program.fill("证件号码", person.wrongNumber);
  await program.text("姓名里不能有数字").waitFor();
  await program.fill("姓名", person.name);
  await program.text("身份证号码有误").waitFor();
  await shot("wrong-inputs");
  await program.fill("证件号码", person.number);
  await program.month("入团年月", "2021", "5");
  await program.text("2005年").waitFor();
  await shot("identity");
  await program.tap("下一步");
}

export async function enterAgain(scene) {
  await scene.program.text(/草稿已保存/).waitFor();
  await scene.program.tap("重新进入小程序");
  await scene.program.tap("继续填写资料");
  await isKept(scene);
  await scene.program.tap("下一步");
}

/** Step one stands open with what was filled in, the whole document number too. */
export async function isKept({ program, person }) {
  await program.field("姓名").waitFor();
  await program.text(BRANCH).waitFor();
  assert.equal(await program.field("证件号码").inputValue(), person.number);
}

export async function restOfProfile({ program, person, shot }) {
  await program.choose("民族", "汉族");
  await program.choose("政治面貌", "共青团员");
  await program.choose("全日制学历", "大学本科");
  await shot("membership");
  await program.tap("下一步");
  await program.choose("职业", "学生");
  await program.fill("发展团员编号", person.memberNumber);
  await shot("contact");
}

export async function submit({ program, shot }) {
  await program.tap("提交报到");
  await program.button("允许").waitFor();
  await shot("consent");
  await program.tap("允许");
  await program.text("等待支部审核").waitFor();
}
