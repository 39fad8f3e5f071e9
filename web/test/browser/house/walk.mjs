// From the invitation to the certificate, with everything that goes wrong on the way.
import assert from "node:assert/strict";

const BRANCH = "南岭大学数学学院2301团支部";

export async function walk(scene) {
  const { told } = scene;
  await told("the admin signs in on the PC", () => signIn(scene));
  await told("and makes an invitation, whose code shows", () => invite(scene));
  await told("a new member scans it and is answered", () => scan(scene));
  await told("the link opens with the branch filled in", () => open(scene));
  await told("an account is made with the SMS code", () => register(scene));
  await told("step one refuses wrong inputs", () => identity(scene));
  await told("a mini-program left and entered keeps it", () =>
    enterAgain(scene),
  );
  await told("steps two and three are filled in", () => restOfProfile(scene));
  await told("submitted, both operators have the card", async () => {
    await submit(scene);
    await cardsAre(scene, 1);
    await scene.shot("cards");
  });
  await told("张三 is asked for a reason", () => returnWithout(scene));
  await told("张三 returns it, 李四's card closes", () => giveBack(scene));
  await told("the member sees why, and a notice", () => seeReason(scene));
  await told("a failed check refuses 同意", () => failedCheck(scene));
  await told("a check that waits refuses 同意", () => waitingCheck(scene));
  await told("李四 approves, 张三's card closes", () => approve(scene));
  await told("the member's home page shows 认证资料", () => certificate(scene));
  await told("陈静 hears about it", () => adminHears(scene));
}

async function signIn({ pc, shot }) {
  await shot("desk");
  await pc.getByLabel("账号").fill("sx-tuanwei");
  await pc.getByLabel("密码").fill("Demo-2026-tuan");
  await pc.getByRole("button", { name: "登录" }).click();
  await pc.getByRole("button", { name: "生成二维码" }).waitFor();
}

async function invite({ pc, shot }) {
  await pc.getByLabel("团支部").selectOption({ label: BRANCH });
  await pc.getByRole("button", { name: "生成二维码" }).click();
  await pc.getByRole("img", { name: `${BRANCH}的报到二维码` }).waitFor();
  await shot("invitation");
}

async function scan({ member, shot }) {
  await member.getByRole("button", { name: "新团员" }).click();
  await member.getByRole("button", { name: "扫一扫" }).click();
  const codes = member.getByRole("dialog", { name: "扫一扫" });
  await codes.getByRole("button", { name: BRANCH }).first().waitFor();
  await shot("scan");
  await codes.getByRole("button", { name: BRANCH }).first().click();
  await member.getByText(`欢迎到${BRANCH}报到`).waitFor();
  await shot("answer");
}

async function open({ member, program, shot }) {
  await member.getByRole("link", { name: "点此开始报到" }).last().click();
  await program.text(BRANCH).waitFor();
  await shot("start");
  await program.tap("开始报到");
}

async function register({ program, person, smsCode, shot }) {
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

async function identity({ program, person, shot }) {
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

async function enterAgain(scene) {
  await scene.program.text(/草稿已保存/).waitFor();
  await scene.program.tap("重新进入小程序");
  await scene.program.tap("继续填写资料");
  await isKept(scene);
  await scene.program.tap("下一步");
}

/** Step one stands open with what was filled in, the whole document number too. */
async function isKept({ program, person }) {
  await program.field("姓名").waitFor();
  await program.text(BRANCH).waitFor();
  assert.equal(await program.field("证件号码").inputValue(), person.number);
}

async function restOfProfile({ program, person, shot }) {
  await program.choose("民族", "汉族");
  await program.choose("政治面貌", "共青团员");
  await program.choose("全日制学历", "大学本科");
  await shot("membership");
  await program.tap("下一步");
  await program.choose("职业", "学生");
  await program.fill("发展团员编号", person.memberNumber);
  await shot("contact");
}

async function submit({ program, shot }) {
  await program.tap("提交报到");
  await program.button("允许").waitFor();
  await shot("consent");
  await program.tap("允许");
  await program.text("等待支部审核").waitFor();
}

/** Both operators have had so many cards about this member. */
async function cardsAre({ zhang, li, person }, count) {
  for (const phone of [zhang, li])
    await phone
      .cards(person.maskedNumber)
      .nth(count - 1)
      .waitFor();
}

async function returnWithout({ zhang, person, shot }) {
  const card = zhang.card(person.maskedNumber);
  await zhang.press(card, "退回");
  await card.getByText("请先选择退回原因").waitFor();
  await shot("no-reason");
}

async function giveBack({ zhang, li, person, shot }) {
  const card = zhang.card(person.maskedNumber);
  await card.getByLabel("退回原因").selectOption({ label: "入团年月有误" });
  await zhang.press(card, "退回");
  for (const phone of [zhang, li])
    await phone
      .card(person.maskedNumber)
      .getByText(/已由 张三 于 .*退回，原因：入团年月有误/)
      .waitFor();
  await shot("returned-cards");
}

async function seeReason({ member, program, shot }) {
  await program.text("退回原因：入团年月有误").waitFor();
  await shot("returned");
  await closeSms(member);
  await program.tap("关闭小程序");
  await member.getByRole("button", { name: "返回" }).click();
  await member.getByRole("button", { name: /服务通知/ }).click();
  await member.getByText("已退回").last().waitFor();
  await shot("notice");
  await member.getByRole("button", { name: "进入小程序查看" }).last().click();
  await program.text("退回原因：入团年月有误").waitFor();
}

async function closeSms(member) {
  const close = member.getByRole("button", { name: "收起短信" });
  if (await close.isVisible()) await close.click();
}

async function failedCheck(scene) {
  const { program, zhang, person, nextCheck, shot } = scene;
  await program.tap("修改资料");
  await isKept(scene);
  await shot("edit");
  await program.month("入团年月", "2021", "4");
  await program.fill("姓名", person.otherName);
  await nextCheck("不一致：校验失败");
  await submitAgain(scene);
  await cardsAre(scene, 2);
  await program.text("实名认证：校验失败").waitFor();
  const card = zhang.card(person.maskedNumber);
  await zhang.press(card, "同意");
  await card.getByText(/实名认证校验失败，请前往 PC 网站/).waitFor();
  await shot("check-failed");
}

async function waitingCheck(scene) {
  const { program, li, person, nextCheck, shot } = scene;
  await withdraw(scene);
  await program.fill("姓名", `${person.name}·丽`);
  await nextCheck("查无记录：再核验");
  await submitAgain(scene);
  await cardsAre(scene, 3);
  const card = li.card(person.maskedNumber);
  await li.press(card, "同意");
  await card.getByText(/实名认证校验中，暂不能同意/).waitFor();
  await shot("check-waits");
}

async function approve(scene) {
  const { program, zhang, li, person, shot } = scene;
  await withdraw(scene);
  await program.fill("姓名", person.name);
  await submitAgain(scene);
  await cardsAre(scene, 4);
  await program.text("实名认证：通过").waitFor();
  await li.press(li.card(person.maskedNumber), "同意");
  for (const phone of [zhang, li])
    await phone
      .card(person.maskedNumber)
      .getByText(/已由 李四 于 .*同意/)
      .waitFor();
  await shot("approved");
}

async function withdraw(scene) {
  const { program, shot } = scene;
  await program.tap("撤回报到");
  await program.button("撤回").waitFor();
  await shot("withdraw");
  await program.tap("撤回");
  await program.text("您已撤回报到").waitFor();
  await isKept(scene);
}

async function submitAgain(scene) {
  const { program } = scene;
  await program.tap("下一步");
  await program.field("民族").waitFor();
  await program.tap("下一步");
  await program.field("职业").waitFor();
  await submit(scene);
}

async function certificate({ program, shot }) {
  await program.text("已报到").waitFor();
  await shot("home");
  await program.text("认证资料").click();
  await program.text("以下资料已经支部审核通过").waitFor();
  await shot("certificate");
}

async function adminHears({ admin, person, shot }) {
  await admin.getByRole("tab", { name: /陈静/ }).click();
  const surname = person.name.slice(0, 1);
  await admin
    .getByText(new RegExp(`团员 ${surname}.*的报到已由 李四 于 .*同意`))
    .last()
    .waitFor();
  await shot("admin");
}
