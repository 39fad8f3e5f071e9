/** An admin looks for members, at one more closely, exports; brings a wrong file and the template. */
export async function walk(scene) {
  const { page, press, text } = scene;
  await scene.signIn("sx-tuanwei");
  await scene.open("我的团员");
  await text(/共 \d+ 人/).waitFor();
  await scene.checkLayout("the members");
  await scene.checkAccess("the members");
  await scene.shot("members");
  await searching(scene);
  await exporting(scene);
  await press("批量导入");
  await page.getByLabel(/选择 .xlsx 文件/).setInputFiles({
    name: "名单.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("no sheet"),
  });
  await text("文件打不开").waitFor();
  await scene.checkLayout("the import");
  await scene.checkAccess("the import");
  await scene.shot("import refused");
  const downloading = page.waitForEvent("download");
  await press("下载模板");
  const template = await (await downloading).path();
  await page.getByLabel(/选择 .xlsx 文件/).setInputFiles({
    name: "模板.xlsx",
    mimeType: "application/octet-stream",
    buffer: (await import("node:fs")).readFileSync(template),
  });
  await text("表中没有要导入的人员").waitFor();
  await scene.shot("import empty");
}

async function searching({ page, press, text, shot, checkAccess, checkLayout }) {
  await page.getByLabel("手机号码", { exact: true }).fill("12345");
  await press("查询");
  await text("没有符合条件的团员").waitFor();
  await press("更多条件");
  await checkLayout("the search");
  await shot("nobody found");
  await press("清空");
  await text(/共 \d+ 人/).waitFor();
  const someone = page.locator(".el-table__row button").first();
  if (!(await someone.count())) return;
  await someone.click();
  await text("办理记录").waitFor();
  await page.waitForTimeout(400);
  await checkAccess("a member");
  await shot("a member");
  await page.getByRole("button", { name: "查看完整手机号码" }).click();
  await page.getByRole("combobox", { name: "查看原因" }).click({ force: true });
  await page.getByRole("option", { name: "联系团员本人" }).click();
  await page.getByRole("dialog", { name: "查看完整手机号码" }).getByRole("button", { name: "查看", exact: true }).click();
  await text(/^1\d{10}$/).waitFor();
  await shot("a number in clear");
  await page.getByRole("button", { name: /关闭此对话框|Close/ }).first().click();
}

async function exporting({ page, press, text, shot, checkAccess }) {
  await press("导出 Excel");
  await press("开始导出");
  await text(/已导出 \d+ 名团员/).waitFor();
  await page.waitForTimeout(300);
  await checkAccess("the export");
  await shot("exported");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /^下载/ }).click();
  await downloading;
  await page.getByRole("dialog").getByRole("button", { name: "关闭", exact: true }).click();
}
