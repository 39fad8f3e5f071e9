import { reviewCard } from "../stub/world.mjs";

/** What the platforms remember is on the page: menus, the account's window, a card too old to change, media. */
export async function platformsStory(scene) {
  const { page, stub, width } = scene;
  const { world } = stub;
  const [member] = world.members;
  const at = new Date().toISOString();
  Object.assign(member, { following: true, window: { left: 3, until: at } });
  world.menus.OFFICIAL_ACCOUNT = [
    { type: "click", name: "报到", key: "REGISTER" },
    {
      name: "帮助",
      sub_button: [{ type: "click", name: "常见问题", key: "FAQ" }],
    },
  ];
  world.operators[0].chat.push({
    id: "m-old",
    at,
    from: "app",
    type: "card",
    card: { ...reviewCard("zhangsan", "林小满"), stale: true },
  });
  world.media.push({
    id: "media-1",
    app: "WECOM",
    type: "file",
    filename: "入团志愿书.pdf",
    size: 4096,
    at,
    expiresAt: at,
  });
  await page.goto(`${stub.url}/`);
  await page.getByRole("button", { name: /团务服务号/ }).click();
  await page.getByText("还能主动发 3 条").waitFor();
  await page.getByRole("button", { name: "帮助" }).click();
  await page.getByRole("button", { name: "常见问题" }).waitFor();
  await scene.checkAccess("the account's window and menu");
  await scene.checkLayout("the account's window and menu");
  await scene.shot("window");
  member.window = null;
  world.changed();
  await page.getByText("客服窗口已关").waitFor();
  if (width < 1000)
    await page
      .getByRole("navigation", { name: "看哪一台" })
      .getByRole("button", { name: "运营者一", exact: true })
      .click();
  await page.getByText("平台不再更新这张卡片").waitFor();
  await scene.shot("stale");
  await page.getByText("故障与时钟").click();
  await page.getByText(/入团志愿书.pdf · 企业微信 · 4 KB/).waitFor();
  await page.getByRole("button", { name: "验证企业微信的" }).click();
  await page.getByText("企业微信：验证通过").waitFor();
  await scene.checkAccess("the drawer with media");
  await scene.checkLayout("the drawer with media");
  await scene.shot("media");
}
