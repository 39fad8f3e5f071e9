// The operators decide; the member corrects, withdraws and is approved in the end.
import { isKept, submit } from "./arriving.mjs";

/** Both operators have had so many cards about this member. */
export async function cardsAre({ zhang, li, person }, count) {
  for (const phone of [zhang, li])
    await phone
      .cards(person.maskedNumber)
      .nth(count - 1)
      .waitFor();
}

export async function returnWithout({ zhang, person, shot }) {
  const card = zhang.card(person.maskedNumber);
  await zhang.press(card, "退回");
  await card.getByText("请先选择退回原因").waitFor();
  await shot("no-reason");
}

export async function giveBack({ zhang, li, person, shot }) {
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

export async function seeReason({ member, program, shot }) {
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

export async function failedCheck(scene) {
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

export async function waitingCheck(scene) {
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

export async function approve(scene) {
  const { program, zhang, li, person, shot } = scene;
  await withdraw(scene);
  await program.fill("姓名", person.name);
  await submitAgain(scene);
  await cardsAre(scene, 4);
  await program.text("实名认证：通过").waitFor();
  const link = { name: "查看详情" };
  await li.card(person.maskedNumber).getByRole("link", link).click();
  await li.page.getByText(person.maskedNumber).waitFor();
  await shot("page");
  await li.page.getByRole("button", { name: "同意", exact: true }).click();
  await li.page.getByText(/已由 李四 于 .*同意/).waitFor();
  await shot("page-approved");
  await li.leavePage();
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

export async function certificate({ program, shot }) {
  await program.text("已报到").waitFor();
  await shot("home");
  await program.text("认证资料").click();
  await program.text("以下资料已经支部审核通过").waitFor();
  await shot("certificate");
}

export async function adminHears({ admin, person, shot }) {
  await admin.getByRole("tab", { name: /陈静/ }).click();
  const [surname] = person.name;
  await admin
    .getByText(new RegExp(`团员 ${surname}.*的报到已由 李四 于 .*同意`))
    .last()
    .waitFor();
  await shot("admin");
}
