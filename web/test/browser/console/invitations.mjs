import assert from "node:assert/strict";

const BRANCH = "南岭大学数学学院2301团支部";

/** An admin makes invitations of several kinds, sees their codes, takes a poster, ends one. */
export async function walk(scene) {
  const { page, press, text } = scene;
  await scene.signIn("sx-tuanwei");
  await scene.open("报到邀请");
  await scene.choose("组织", BRANCH);
  await press("生成二维码");
  await page.getByRole("img", { name: `${BRANCH}的报到二维码` }).waitFor();
  const saved = page.waitForEvent("download");
  await press("下载海报");
  assert.match((await saved).suggestedFilename(), /报到海报\.png$/);
  await scene.choose("二维码", "公众号永久码");
  await press("生成二维码");
  await text("只用于团支部以上的组织").waitFor();
  await scene.checkAccess("a refused invitation");
  await scene.shot("refused");
  await scene.choose("组织", "由团员选择支部");
  await scene.choose("二维码", "小程序码");
  await page.getByLabel("活动名称").fill("2026 级新生报到");
  await press("生成二维码");
  await page.getByRole("img", { name: /委员会的报到二维码/ }).waitFor();
  await scene.checkLayout("the invitations");
  await scene.checkAccess("the invitations");
  await scene.shot("invitations");
  await press("全部支部海报");
  const zip = page.waitForEvent("download");
  await page.getByRole("button", { name: /^下载 .*\.zip$/ }).click();
  assert.match((await zip).suggestedFilename(), /海报.*\.zip$/);
  await scene.checkLayout("all posters");
  await scene.checkAccess("all posters");
  await scene.shot("posters");
  await press("停用");
  await page.getByRole("button", { name: "确定" }).click();
  await text("已停用").waitFor();
}
