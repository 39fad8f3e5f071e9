import assert from "node:assert/strict";
import { hands } from "./hands.mjs";

const open = ({ page, stub }, path) =>
  page.goto(`${stub.url}/mp/?member=member-1#${path}`);

async function signIn(scene) {
  const thumb = hands(scene.page);
  await open(scene, "pages/login/login");
  await thumb.fill("手机号", "13800000000");
  await thumb.fill("密码", "right-horse-9");
  await thumb.tap("登录");
  await thumb.field("姓名").waitFor();
  return thumb;
}

export const edgeStories = {
  "an expired code says what to do": async (scene) => {
    const thumb = hands(scene.page);
    await open(scene, "pages/start/start?invite=OLD");
    await thumb.text("这张二维码已经过期").waitFor();
    await scene.shot("expired");
  },

  "a wrong password is refused in a sentence": async (scene) => {
    const thumb = hands(scene.page);
    await open(scene, "pages/login/login");
    await thumb.fill("手机号", "13800000000");
    await thumb.fill("密码", "wrong");
    await thumb.tap("登录");
    await thumb.text("手机号或密码不对").waitFor();
    await scene.shot("login");
  },

  "an ended session leads to the login page and loses nothing": async (
    scene,
  ) => {
    const thumb = await signIn(scene);
    await thumb.fill("姓名", "林小满");
    scene.stub.world.session = "another";
    await thumb.tap("第 2 步 团员信息");
    await thumb.text("登录已失效，请重新登录").waitFor();
    await thumb.fill("手机号", "13800000000");
    await thumb.fill("密码", "right-horse-9");
    await thumb.tap("登录");
    await thumb.field("姓名").waitFor();
    assert.equal(await thumb.field("姓名").inputValue(), "林小满");
  },

  "a lost answer is asked for again with the same key": async (scene) => {
    const thumb = await signIn(scene);
    const keys = [];
    await scene.page.route("**/api/registration", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      if (keys.length < 3) return route.abort();
      return route.continue();
    });
    await thumb.tap("第 2 步 团员信息");
    await thumb.text(/草稿已保存/).waitFor();
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
  },

  "a branch is found by searching": async (scene) => {
    const thumb = await signIn(scene);
    await thumb.tap("所在团支部，必填，请选择");
    await thumb.text("请选对团支部").waitFor();
    await scene.shot("branch warning");
    await thumb.tap("继续查找");
    await thumb.fill("查找团支部", "不存在的支部");
    await thumb.text(/没有找到/).waitFor();
    await thumb.fill("查找团支部", "sx2301");
    await thumb.text("数学学院2301团支部").click();
    await thumb.text("更换").waitFor();
    await scene.shot("branch");
  },

  "without a network the page says so and can be tried again": async (
    scene,
  ) => {
    await scene.page.route("**/api/invitations/**", (route) => route.abort());
    const thumb = hands(scene.page);
    await open(scene, "pages/start/start?invite=DEMO2301");
    await thumb.text("网络不通，请检查网络后再试").waitFor();
    await scene.shot("offline");
    await scene.page.unroute("**/api/invitations/**");
    await thumb.tap("再试一次");
    await thumb.text("数学学院2301团支部").waitFor();
  },
};
