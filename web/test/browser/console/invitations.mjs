/** An admin makes an invitation, sees its code, ends it. */
export async function walk(scene) {
  const { page, press, text } = scene;
  await page.goto(`${scene.url}/console/`);
  await page.getByLabel("账号").fill("sx-tuanwei");
  await page.getByLabel("密码").fill("wrong");
  await press("登录");
  await text("账号或密码不正确").waitFor();
  await scene.checkAccess("signing in");
  await scene.shot("sign-in");
  await scene.signIn("sx-tuanwei");
  await scene.open("报到邀请");
  await scene.choose("团支部", "南岭大学数学学院2301团支部");
  await press("生成二维码");
  await page
    .getByRole("img", { name: "南岭大学数学学院2301团支部的报到二维码" })
    .waitFor();
  await scene.checkLayout("the invitations");
  await scene.checkAccess("the invitations");
  await scene.shot("invitations");
}
