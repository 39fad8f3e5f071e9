// What a member keeps: the card, the account's settings, the ways back in.
export async function keeps({ page, thumb, look }) {
  await thumb.tap("电子团员证");
  await page.locator("img[src^=blob]").waitFor();
  await page.waitForFunction(
    () => document.querySelector("img[src^=blob]").naturalWidth > 0,
  );
  await look("card");
  await thumb.tap("返回");
  await thumb.tap("设置");
  await thumb.text("登录手机号").waitFor();
  await look("settings");
  for (const [link, words, label] of [
    ["登录设备", "本机", "devices"],
    ["更换手机号", "当前手机号", "phone"],
    ["关联账号", "共青团一号通", "linked"],
    ["我的数据", "法定需要保留的只有", "mydata"],
    ["注销账号", "现在不能注销", "closing"],
  ])
    await visit({ thumb, look }, link, words, label);
  await exportAll({ page, thumb, look });
  await thumb.tap("返回");
}

async function visit({ thumb, look }, link, words, label) {
  await thumb.tap(link);
  await thumb.text(words).waitFor();
  await look(label);
  await thumb.tap("返回");
  await thumb.text("登录手机号").waitFor();
}

async function exportAll({ page, thumb, look }) {
  await thumb.tap("导出我的资料");
  for (const kind of ["PDF", "Excel"]) {
    const kept = page.waitForEvent("download");
    await thumb.tap(`导出 ${kind}`);
    await kept;
    await thumb.text("文件已打开").waitFor();
  }
  await look("export");
  await thumb.tap("返回");
  await thumb.text("登录手机号").waitFor();
}

/** Signed out, each way back in is looked at; the one tap of WeChat is taken. */
export async function comesBack({ page, house, member, thumb, look }) {
  await page.goto(`${house.url}/mp/?member=${member}#pages/settings/settings`);
  await thumb.tap("退出登录");
  await thumb.tap("退出");
  await thumb.button("微信一键登录").waitFor();
  await thumb.button("广东青年之声账号登录").waitFor();
  await look("login");
  await thumb.tap("忘记密码");
  await thumb.button("重设密码").waitFor();
  await look("reset");
  await thumb.tap("原手机号收不到短信了，申请换绑");
  await thumb.button("提交换绑申请").waitFor();
  await look("rebind");
  await thumb.tap("用原手机号登录");
  await thumb.tap("微信一键登录");
  await thumb.text("已报到").waitFor();
}
