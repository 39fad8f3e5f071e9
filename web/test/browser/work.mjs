// What an operator's thumb does on the pages behind 查看详情.
import assert from "node:assert/strict";
import { CHECKS, correction, decide, replacement } from "../stub/work.mjs";
import { settled } from "./settled.mjs";

const open = ({ page, stub }, fragment = "") =>
  page.goto(`${stub.url}/m/${fragment}`);
const heading = (page, name) =>
  page.getByRole("heading", { name, exact: true, level: 1 });
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** From the list into one review, and the decision. */
export async function workListStory(scene) {
  const { page, stub } = scene;
  await open(scene);
  await heading(page, "团务管理").waitFor();
  assert.equal(new URL(page.url()).search, "", "no code stays in the address");
  await page.getByText("组织关系转接").first().waitFor();
  await looked(scene, "home");
  await page.getByText("资料审核", { exact: true }).click();
  await page.getByText("还有 3 条等待审核").waitFor();
  await button(page, "查看更多").click();
  await page.getByText("赵*").waitFor();
  await looked(scene, "list");
  await page.getByText("林**").click();
  await page.getByText("440***********1234").waitFor();
  assert.equal(await page.title(), "报到详情");
  await looked(scene, "detail");
  await button(page, "同意").click();
  await heading(page, "已同意").waitFor();
  await page.getByText("已由 李四 于 10:32 同意").waitFor();
  await looked(scene, "approved");
  await page.getByRole("link", { name: "查看全部待审核" }).click();
  await page.getByText("还有 2 条等待审核").waitFor();
  assert.equal(stub.world.work.tasks[0].state, "APPROVED");
}

/** Returning takes a reason; one that says nothing takes words. */
export async function workReturnStory(scene) {
  const { page, stub } = scene;
  await open(scene, "#/reviews/3");
  await button(page, "退回").click();
  const sheet = page.getByRole("dialog", { name: "退回报到" });
  await button(sheet, "确认退回").click();
  await sheet.getByText("请选择退回原因。").waitFor();
  await sheet.getByRole("radio", { name: "其他原因" }).click();
  await button(sheet, "确认退回").click();
  await sheet.getByText("请写明退回原因，团员会看到。").waitFor();
  await settled(page);
  await looked(scene, "return sheet");
  await sheet.getByRole("radio", { name: "入团年月有误" }).click();
  await sheet.getByLabel("补充说明（选填）").fill("请以入团志愿书为准");
  await button(sheet, "确认退回").click();
  await heading(page, "已退回").waitFor();
  await page.getByText("入团年月有误：请以入团志愿书为准").waitFor();
  await settled(page);
  await looked(scene, "returned");
  const { body, key } = stub.world.firstCall(
    "POST /api/work/reviews/3/decision",
  );
  assert.equal(body.reason, "JOIN_MONTH_WRONG");
  assert.ok(key);
}

/** A correction shows old and new with its evidence; the same doors decide. */
export async function workCorrectionStory(scene) {
  const { page, stub } = scene;
  const { work } = stub.world;
  work.tasks.unshift(correction("4"));
  work.photosAway = true;
  await open(scene, "#/reviews");
  await page.locator("li").getByText("资料更正").waitFor();
  await button(page, "手机号换绑").click();
  await page.getByText("没有待审核的手机号换绑。").waitFor();
  await button(page, "资料更正").click();
  await page.locator("li").getByText("资料更正").waitFor();
  await looked(scene, "list with a correction");
  await page.getByText("阿***").click();
  await heading(page, "资料更正待审核").waitFor();
  await page.getByText("2021年6月").waitFor();
  await page.getByText("照片没有加载出来。").waitFor();
  work.photosAway = false;
  await button(page, "再试一次").click();
  await page.getByAltText("证明照片 2").waitFor();
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.naturalWidth > 0),
  );
  await looked(scene, "correction");
  await button(page, "放大第 1 张照片").click();
  await button(page, "缩小第 1 张照片").waitFor();
  await looked(scene, "correction picture");
  await button(page, "退回").click();
  const sheet = page.getByRole("dialog", { name: "退回资料更正" });
  await button(sheet, "取消").click();
  await button(page, "同意").click();
  await heading(page, "资料更正已同意").waitFor();
  assert.equal(work.tasks[0].state, "APPROVED");
}

/** A form shows the new paper at once and the old one when asked; its reasons are its own. */
export async function workFormStory(scene) {
  const { page, stub } = scene;
  const { work } = stub.world;
  work.tasks.unshift(replacement("4"));
  work.photosAway = true;
  await open(scene, "#/reviews");
  await page.locator("li").getByText("志愿书更换").waitFor();
  await page.getByText("慕**").click();
  await heading(page, "志愿书更换待审核").waitFor();
  await page.getByText("文件存储暂时不可用").waitFor();
  work.photosAway = false;
  await button(page, "再试一次").click();
  await page.getByAltText("新志愿书第 2 页").waitFor();
  assert.equal(await page.getByAltText("原志愿书第 1 页").count(), 0);
  await button(page, "查看原志愿书（查看会留下记录）").click();
  await page.getByAltText("原志愿书第 1 页").waitFor();
  await looked(scene, "form");
  await button(page, "退回").click();
  const sheet = page.getByRole("dialog", { name: "退回志愿书更换" });
  await sheet.getByRole("radio", { name: "缺少印章" }).click();
  await button(sheet, "确认退回").click();
  await heading(page, "志愿书更换已退回").waitFor();
  assert.equal(work.tasks[0].decided.reason, "缺少印章");
}

export const workEdgeStories = {
  "a failed check points an operator to the PC": async (scene) => {
    const { page } = scene;
    await open(scene, "#/reviews/2");
    await page.getByText("请前往 PC 网站处理").waitFor();
    await page.getByText("入团时未满 14 周岁").waitFor();
    assert.ok(await button(page, "同意").isDisabled());
    assert.ok(await button(page, "退回").isEnabled());
    await looked(scene, "failed check");
  },

  "a check that ends while the page is open lets an operator approve": async (
    scene,
  ) => {
    const { page, stub } = scene;
    await page.clock.install();
    await open(scene, "#/reviews/1");
    await page.getByText("校验中，暂不能同意").waitFor();
    Object.assign(stub.world.work.tasks[2], {
      realName: CHECKS.PASSED,
      canApprove: true,
    });
    await page.clock.runFor(6000);
    await page.getByText("姓名与证件号码核对一致。").waitFor();
    assert.ok(await button(page, "同意").isEnabled());
  },

  "whoever comes second hears who was first": async (scene) => {
    const { page, stub } = scene;
    await open(scene, "#/reviews/3");
    await button(page, "同意").waitFor();
    decide(stub.world.work.tasks[0], "张三", "APPROVE");
    await button(page, "同意").click();
    await heading(page, "已同意").waitFor();
    await page.getByText("已由 张三 于 10:32 同意").waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
    await looked(scene, "second");
  },

  "an ended session is one more trip, back to the same page": async (scene) => {
    const { page, stub } = scene;
    await open(scene, "#/reviews/3");
    await button(page, "同意").waitFor();
    stub.world.work.session = "ended";
    await button(page, "同意").click();
    await page.waitForFunction(() => !location.search);
    await button(page, "同意").waitFor();
    assert.equal(new URL(page.url()).hash, "#/reviews/3");
    assert.equal(stub.world.work.codes.length, 2);
    await button(page, "同意").click();
    await heading(page, "已同意").waitFor();
  },

  "a lost answer is asked for with the same key by an operator": async (
    scene,
  ) => {
    const { page } = scene;
    await open(scene, "#/reviews/3");
    // Only now: requests caught while the trip of the sign-in is under way may hang.
    await button(page, "同意").waitFor();
    const keys = [];
    await page.route("**/decision", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      return keys.length < 2 ? route.abort() : route.continue();
    });
    await button(page, "同意").click();
    await page.getByText("网络不通，请检查网络后再试。").waitFor();
    await looked(scene, "no network");
    await button(page, "同意").click();
    await heading(page, "已同意").waitFor();
    assert.equal(keys[0], keys[1]);
  },

  "a code from a trip of another browser opens nothing": async (scene) => {
    const { page, stub } = scene;
    await open(scene, "?code=code-9&state=state9");
    await page.getByText("登录没有完成，请重新登录。").waitFor();
    await looked(scene, "lost");
    assert.equal(stub.world.calls.length, 0);
    await button(page, "重新登录").click();
    await heading(page, "团务管理").waitFor();
  },

  "a code that was too old is worth one more trip": async (scene) => {
    const { page, stub } = scene;
    stub.world.work.refuses = [
      401,
      { code: "WORK_CODE_INVALID", detail: "登录已过期，请重新打开页面。" },
    ];
    await open(scene, "#/reviews/3");
    await button(page, "同意").waitFor();
    assert.equal(stub.world.work.codes.length, 2);
  },

  "someone off the roster is told whom to ask": async (scene) => {
    const { page, stub } = scene;
    const detail =
      "您不在审核人员名单中。如需审核团员报到，请联系上级团委添加。";
    stub.world.work.refuses = [403, { code: "NOT_ON_ROSTER", detail }];
    await open(scene);
    await page.getByText(detail).waitFor();
    await looked(scene, "stranger");
  },

  "who only looks sees no buttons": async (scene) => {
    const { page, stub } = scene;
    stub.world.work.lookOnly = true;
    Object.assign(stub.world.work.tasks[0], {
      canApprove: false,
      canReturn: false,
    });
    await open(scene);
    await page.getByRole("button", { name: /资料审核 只能查看/ }).waitFor();
    await looked(scene, "home of who only looks");
    await page.getByText("资料审核", { exact: true }).click();
    await page.getByText("林**").click();
    await page.getByText("您只能查看，由审核人办理。").waitFor();
    assert.equal(await button(page, "退回").count(), 0);
    assert.equal(await button(page, "同意").count(), 0);
    await looked(scene, "only looked at");
    await page.getByRole("link", { name: "返回资料审核" }).click();
    await page.getByRole("link", { name: "返回团务管理" }).click();
    await heading(page, "团务管理").waitFor();
  },

  "nothing waits, and a review that is not there": async (scene) => {
    const { page, stub } = scene;
    stub.world.work.tasks = [];
    await open(scene, "#/reviews/77");
    await page.getByText("可能已不由您负责").waitFor();
    await looked(scene, "not found");
    await page.getByRole("link", { name: "查看全部待审核" }).click();
    await page.getByText("没有待审核的资料。").waitFor();
    await looked(scene, "empty");
  },
};

async function looked(scene, label) {
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  await scene.shot(label);
}
