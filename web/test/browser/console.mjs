/** Signs in, makes an invitation, sees its code, revokes it, looks at the registrations. */
export async function consoleStory(scene) {
  const { page, stub } = scene;
  const press = (name) =>
    page.getByRole("button", { name, exact: true }).first().click();
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`${stub.url}/console/`);
  await page.getByLabel("账号").fill("sx-tuanwei");
  await page.getByLabel("密码").fill("wrong");
  await press("登录");
  await page.getByText("账号或密码不对").waitFor();
  await page.getByLabel("密码").fill("Demo-2026-tuan");
  await press("登录");
  await page.getByLabel("有效天数").fill("3");
  await press("生成二维码");
  await page
    .getByRole("img", { name: "数学学院2301团支部的报到二维码" })
    .waitFor();
  await scene.checkLayout("the console");
  await scene.checkAccess("the console");
  await scene.shot("invitations");
  await press("停用");
  await page.getByText("已停用").waitFor();
  await press("我的团员");
  await page.getByText("林小满").waitFor();
  await scene.checkAccess("the registrations");
  await scene.shot("registrations");
}
