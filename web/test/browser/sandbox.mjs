import assert from "node:assert/strict";
import { reviewCard } from "../stub/world.mjs";
import { ID_NUMBER, hands } from "./hands.mjs";

/** The phone opens the mini-program, an operator's card arrives, a tap on it goes out. */
export async function sandboxStory(scene) {
  const { page, stub, width } = scene;
  await page.goto(`${stub.url}/`);
  const seat = async (name) => {
    const tab = page.getByRole("navigation", { name: "看哪一台" });
    if (width < 1000)
      await tab.getByRole("button", { name, exact: true }).click();
  };
  await page.getByRole("button", { name: /团务服务号/ }).click();
  await scene.checkLayout("the sandbox");
  await page.getByRole("link", { name: "点此开始报到" }).click();
  const program = hands(page.frameLocator("iframe.mini-program"));
  await program.text("数学学院2301团支部").waitFor();
  await scene.shot("invited");
  await page
    .frameLocator("iframe.mini-program")
    .getByLabel("关闭小程序")
    .click();

  await seat("运营者一");
  await page.evaluate(postProfile, ID_NUMBER);
  const phone = page.locator('[data-seat="first"]');
  const card = phone.getByRole("article", { name: "团员报到待审核" });
  await card.waitFor();
  await scene.checkAccess("the sandbox");
  await scene.shot("card");
  await card.getByLabel("退回原因").selectOption("WRONG_NUMBER");
  await card.getByRole("button", { name: "退回" }).click();
  await card.getByText("已由 张三 退回").waitFor();
  assert.deepEqual(stub.world.received, [
    {
      userid: "zhangsan",
      taskId: "review-1-zhangsan",
      key: "return",
      selected: { reason: ["WRONG_NUMBER"] },
    },
  ]);
  await page.getByRole("button", { name: /张三 点了 退回/ }).click();
  await page.getByRole("heading", { name: "请求（解读）" }).waitFor();
  await scene.checkLayout("the sandbox with an open wire entry");
  await scene.shot("decided");
}

/** A fault is set, seen in force and taken away; the platforms' clock is turned and set back. */
export async function troubleStory(scene) {
  const { page, stub } = scene;
  await page.goto(`${stub.url}/`);
  await page.getByText("故障与时钟").click();
  await page.getByLabel("在哪里").selectOption("message/send");
  await page.getByLabel("出什么故障").selectOption("TOKEN_EXPIRED");
  await page.getByLabel("次数").fill("2");
  await page.getByRole("button", { name: "加上这个故障" }).click();
  await page.getByText("令牌过期 42001 · 还有 2 次").waitFor();
  await page.getByRole("button", { name: "快 3 天" }).click();
  await page.getByText("比真实时间快 3 天").waitFor();
  await scene.checkAccess("the drawer of faults");
  await scene.checkLayout("the drawer of faults");
  await scene.shot("faults");
  await page.getByRole("button", { name: "回到现在" }).click();
  await page.getByText("与真实时间一致").waitFor();
  await page.getByRole("button", { name: /^撤销/ }).click();
  await page.getByText("没有故障").waitFor();
  assert.deepEqual(stub.world.faults, []);
}

/** A link of a card opens the application's page inside the phone of whoever tapped it. */
export async function workPageStory(scene) {
  const { page, stub } = scene;
  const target = `${stub.url}/console/index.html`;
  const card = reviewCard("lisi", "林小满");
  card.jumps = [{ title: "查看报到", url: target }];
  stub.world.operators[1].chat.push({
    id: "m-1",
    at: new Date().toISOString(),
    from: "app",
    type: "card",
    card,
  });
  await page.goto(`${stub.url}/`);
  const phone = page.locator('[data-seat="second"]');
  await phone.getByRole("link", { name: "查看报到" }).click();
  const frame = phone.getByTitle("李四 打开的网页");
  await frame.waitFor();
  assert.equal(
    await frame.getAttribute("src"),
    `/sandbox/operators/lisi/open?url=${encodeURIComponent(target)}`,
  );
  await scene.shot("opened");
  await phone.getByLabel("关闭网页").click();
  await phone.getByRole("article", { name: "团员报到待审核" }).waitFor();
}

/** A menu made by the application stands under the chat; a tap on what is below a button goes out. */
export async function menuStory(scene) {
  const { page, stub } = scene;
  stub.world.menus.WECOM = [
    {
      name: "报到",
      sub_button: [{ type: "click", name: "待审核", key: "PENDING" }],
    },
    { type: "click", name: "帮助", key: "HELP" },
  ];
  await page.goto(`${stub.url}/`);
  const menu = page
    .locator('[data-seat="first"]')
    .getByRole("navigation", { name: "菜单" });
  await menu.getByRole("button", { name: "报到" }).click();
  await scene.checkAccess("an open menu");
  await scene.shot("menu");
  await menu.getByRole("button", { name: "待审核" }).click();
  await menu.getByRole("button", { name: "待审核" }).waitFor({ state: "hidden" });
  const told = page.waitForResponse(
    (response) => response.request().postDataJSON()?.key === "HELP",
  );
  await menu.getByRole("button", { name: "帮助" }).click();
  await told;
  const keys = stub.world.received.map(({ key }) => key);
  assert.deepEqual(keys, ["PENDING", "HELP"]);
}

/** The code shown on the PC leads into the mini-program; an SMS interrupts it and loses nothing. */
export async function scanStory(scene) {
  const { page, stub } = scene;
  await page.goto(`${stub.url}/`);
  const pc = page.frameLocator("iframe[title=控制台]");
  await pc.getByLabel("账号").fill("sx-tuanwei");
  await pc.getByLabel("密码").fill("Demo-2026-tuan");
  await pc.getByRole("button", { name: "登录", exact: true }).click();
  await pc.getByRole("link", { name: "报到邀请" }).click();
  await pc.getByRole("button", { name: "生成二维码" }).click();
  await pc.getByRole("img", { name: /报到二维码/ }).waitFor();
  await page.getByRole("button", { name: "扫一扫" }).click();
  const codes = page.getByRole("dialog", { name: "扫一扫" });
  await codes.getByText("数学学院2301团支部").first().waitFor();
  await scene.shot("scan");
  await codes
    .getByRole("button", { name: "数学学院2301团支部" })
    .first()
    .click();
  await page.getByRole("link", { name: "点此开始报到" }).click();
  const program = hands(page.frameLocator("iframe.mini-program"));
  await program.tap("开始报到");
  await program.fill("手机号", "13800000000");
  await program.tap("获取验证码");
  await page.getByRole("button", { name: /验证码 246810/ }).click();
  await page.getByText("发往 13800000000").waitFor();
  await scene.shot("sms");
  await page.getByRole("button", { name: "返回" }).click();
  assert.equal(await program.field("手机号").inputValue(), "13800000000");
}

/** Submits as a signed-in member would, without walking through the pages again. */
async function postProfile(documentNumber) {
  const send = (path, body, session) =>
    fetch(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "X-Session": session },
    });
  const answer = await send("/api/sessions", { password: "right-horse-9" }, "");
  const { session } = await answer.json();
  await send(
    "/api/registration/submit",
    { name: "林小满", documentNumber },
    session,
  );
}
