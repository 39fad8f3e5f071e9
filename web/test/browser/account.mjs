// What a member does with the account: ways in, phones, devices, the end of it.
import assert from "node:assert/strict";
import { erasure, leaving, rebinding } from "../stub/account.mjs";
import { registration } from "../stub/api.mjs";
import { ID_NUMBER, hands } from "./hands.mjs";

async function open({ page, stub, font = 16 }, path) {
  await page.goto(`${stub.url}/mp/?member=member-1&font=${font}#${path}`);
  return hands(page);
}

async function signedIn(scene, path, state = "APPROVED") {
  const { world } = scene.stub;
  world.session = "session-1";
  world.registration = registration(state);
  // Not on the blank page in between, which has no storage.
  await scene.page.addInitScript(
    () =>
      location.protocol === "http:" &&
      localStorage.setItem("tuanwu.mp.member-1.session", '"session-1"'),
  );
  return open(scene, path);
}

/** As if the mini-program was closed meanwhile: a reload alone would open the first page again. */
async function reopen(scene, path) {
  await scene.page.goto("about:blank");
  return open(scene, path);
}

async function look(scene, label) {
  await scene.checkLayout(label);
  if (scene.access) await scene.checkAccess(label);
  await scene.shot(label);
}

/** Without a network the page says so; afterwards it is there. */
async function comesBack(scene, address, path, text) {
  await scene.page.route(address, (route) => route.abort());
  const thumb = await signedIn(scene, path);
  await thumb.text("网络不通，请检查网络后再试").waitFor();
  await look(scene, "offline");
  await scene.page.unroute(address);
  await thumb.tap("再试一次");
  await thumb.text(text).waitFor();
  return thumb;
}

async function signInByWeChat(scene) {
  const { world } = scene.stub;
  world.registration = registration("APPROVED");
  const thumb = await open(scene, "pages/login/login");
  await thumb.button("微信一键登录").waitFor();
  await look(scene, "login");
  await thumb.tap("微信一键登录");
  await thumb.text("这个微信还没有绑定账号").waitFor();
  await look(scene, "login unbound");
  world.bound = true;
  await thumb.tap("微信一键登录");
  await thumb.text("电子团员证").waitFor();
  assert.equal(
    world.firstCall("POST /api/sessions/wechat").body.loginCode,
    "code-1",
  );
}

async function registerByWeChatsNumber(scene) {
  const { world } = scene.stub;
  const thumb = await open(scene, "pages/account/account");
  await thumb.button("使用微信手机号，免验证码").waitFor();
  await look(scene, "account");
  await thumb.tap("使用微信手机号，免验证码");
  await thumb.button("不允许").waitFor();
  await look(scene, "consent");
  await thumb.tap("不允许");
  await thumb.text(/没有取得微信手机号/).waitFor();
  await thumb.tap("使用微信手机号，免验证码");
  await thumb.fill("微信绑定的手机号", "13900005678");
  await thumb.tap("允许");
  await thumb.text("将使用微信绑定的手机号").waitFor();
  await thumb.fill("登录密码", "right-horse-9");
  await thumb.choose("所在高校", "中山大学");
  await look(scene, "vouched");
  await thumb.tap("注册并填写资料");
  await thumb.field("姓名").waitFor();
  const { body } = world.firstCall("POST /api/accounts");
  assert.equal(body.phoneCode, "phone-code-1");
  assert.ok(!("phone" in body) && !("smsCode" in body));
}

async function resetThePassword(scene) {
  const thumb = await open(scene, "pages/login/login");
  await thumb.tap("忘记密码");
  await thumb.tap("重设密码");
  await thumb.text("请填写 11 位手机号码").waitFor();
  await look(scene, "reset errors");
  await thumb.fill("手机号", "13800000000");
  await thumb.tap("获取验证码");
  await thumb.text(/秒后重发/).waitFor();
  assert.equal(
    scene.stub.world.firstCall("POST /api/sms-codes").body.purpose,
    "RESET_PASSWORD",
  );
  await thumb.fill("短信验证码", "111111");
  await thumb.fill("新密码", "right-horse-9");
  await thumb.tap("重设密码");
  await thumb.text("验证码不正确").waitFor();
  await thumb.fill("短信验证码", "246810");
  await thumb.tap("重设密码");
  await thumb.text("密码已重设").waitFor();
  await look(scene, "reset done");
  await thumb.tap("去登录");
  await thumb.button("微信一键登录").waitFor();
}

async function askForTheAccount(scene) {
  const { world } = scene.stub;
  const thumb = await open(scene, "pages/login/login");
  await thumb.tap("原手机号停用，申请换绑");
  await thumb.tap("提交换绑申请");
  await thumb.text("请填写姓名").waitFor();
  await look(scene, "rebind errors");
  await thumb.fill("姓名", "林小美");
  await thumb.fill("证件号码", "110105200403070020");
  await thumb.fill("新手机号", "13900000001");
  await thumb.tap("获取验证码");
  await thumb.text(/秒后重发/).waitFor();
  await thumb.fill("短信验证码", "246810");
  await thumb.tap("提交换绑申请");
  await thumb.text("身份证号码有误").waitFor();
  await thumb.fill("证件号码", ID_NUMBER);
  await thumb.tap("提交换绑申请");
  await thumb.text(/没有找到姓名和证件号码都一致的报到记录/).waitFor();
  await look(scene, "rebind no match");
  await thumb.fill("姓名", "林小满");
  await thumb.tap("提交换绑申请");
  await thumb.text("等待团支部核实").waitFor();
  await look(scene, "rebind pending");
  await afterwards(scene, world, thumb);
}

async function afterwards(scene, world, thumb) {
  world.own.rebinding = rebinding("RETURNED");
  await reopen(scene, "pages/rebind/rebind");
  await thumb.text("换绑申请已退回").waitFor();
  await look(scene, "rebind returned");
  world.own.rebinding = rebinding("PENDING");
  await reopen(scene, "pages/rebind/rebind");
  await thumb.tap("撤回申请");
  await thumb.tap("撤回");
  await thumb.text("换绑申请已撤回").waitFor();
  world.own.rebinding = rebinding("APPROVED");
  await reopen(scene, "pages/rebind/rebind");
  await thumb.text("已换绑，请用新手机号登录").waitFor();
  await look(scene, "rebind approved");
  await thumb.tap("用新手机号登录");
  await thumb.button("微信一键登录").waitFor();
  const asked = world.calls.filter((c) => c.name === "POST /api/rebindings");
  assert.equal(new Set(asked.map((c) => c.key)).size, asked.length);
}

async function settle(scene) {
  const { world } = scene.stub;
  world.own.rebinding = rebinding("PENDING");
  const thumb = await comesBack(
    scene,
    "**/api/me**",
    "pages/settings/settings",
    "有人申请换绑您的手机号",
  );
  await look(scene, "settings asked");
  await thumb.tap("不是我申请的，拒绝");
  await thumb.tap("拒绝");
  await thumb.text("有人申请换绑您的手机号").waitFor({ state: "detached" });
  assert.equal(world.own.rebinding.state, "REFUSED");
  await look(scene, "settings");
  await thumb.tap("更换手机号");
  await changeThePhone(scene, thumb);
  await thumb.tap("导出我的资料");
  await thumb.button("导出 PDF").waitFor();
  await look(scene, "export");
  const kept = scene.page.waitForEvent("download");
  await thumb.tap("导出 PDF");
  assert.match((await kept).suggestedFilename(), /pdf$/);
  await thumb.text(/文件已打开/).waitFor();
  await thumb.tap("导出 Excel");
  await thumb.text(/没有被接受/).waitFor();
  await thumb.tap("返回");
  await thumb.tap("退出登录");
  await thumb.tap("退出");
  await thumb.button("微信一键登录").waitFor();
  assert.equal(world.session, undefined);
}

async function changeThePhone(scene, thumb) {
  await thumb.text("当前手机号").waitFor();
  await thumb.fill("新手机号", "13900000001");
  await thumb.tap("获取验证码");
  await thumb.text(/秒后重发/).waitFor();
  await thumb.fill("短信验证码", "246810");
  await thumb.fill("登录密码", "wrong");
  await thumb.tap("更换手机号");
  await thumb.text("密码不正确").waitFor();
  await look(scene, "phone");
  await thumb.fill("登录密码", "right-horse-9");
  await thumb.tap("更换手机号");
  await thumb.text("手机号已更换为 139****0001").waitFor();
  await look(scene, "phone changed");
  await thumb.tap("完成");
}

async function endDevices(scene) {
  const { world } = scene.stub;
  const thumb = await comesBack(
    scene,
    "**/api/devices",
    "pages/devices/devices",
    "本机",
  );
  await look(scene, "devices");
  await scene.page.getByRole("button", { name: /退出 安卓手机/ }).press("Enter");
  await thumb.tap("退出");
  await thumb.text("安卓手机 · 微信").waitFor({ state: "detached" });
  assert.equal(world.own.devices.length, 1);
  await thumb.tap("在所有设备退出登录");
  await thumb.tap("全部退出");
  await thumb.button("微信一键登录").waitFor();
}

async function closeTheAccount(scene) {
  const { world } = scene.stub;
  const path = "pages/closing/closing";
  const thumb = await comesBack(
    scene,
    "**/api/me/closing",
    path,
    "档案属于团组织",
  );
  await look(scene, "closing kept");
  world.registration = registration("PENDING");
  await scene.page.reload();
  await thumb.button("去撤回报到").waitFor();
  await look(scene, "closing pending");
  world.registration = registration("WITHDRAWN");
  await scene.page.reload();
  await thumb.tap("注销账号");
  await thumb.text("请填写登录密码").waitFor();
  await thumb.tap("改用短信验证码确认");
  await thumb.tap("获取验证码");
  await thumb.text(/秒后重发/).waitFor();
  await look(scene, "closing by sms");
  await thumb.tap("改用登录密码确认");
  await thumb.fill("登录密码", "wrong");
  await thumb.tap("注销账号");
  await thumb.tap("注销");
  await thumb.text("密码不正确").waitFor();
  await look(scene, "closing");
  await thumb.fill("登录密码", "right-horse-9");
  await thumb.tap("注销账号");
  await thumb.tap("注销");
  await thumb.text("账号已注销，草稿").waitFor();
  await look(scene, "closed");
}

async function askToLeave(scene) {
  const { world } = scene.stub;
  const path = "pages/leave/leave";
  const thumb = await comesBack(scene, "**/api/me/leaving", path, "退团前请想清楚");
  await look(scene, "leave");
  await thumb.tap("提交退团申请");
  await thumb.text("请写明退团原因").waitFor();
  await look(scene, "leave without words");
  await thumb.fill("退团原因", "出国定居，不再参加团组织的活动");
  await thumb.tap("提交退团申请");
  await thumb.tap("提交申请");
  await thumb.text("退团：待团支部审核").waitFor();
  assert.equal(world.own.leaving.words, "出国定居，不再参加团组织的活动");
  await look(scene, "leave waiting");
  await thumb.tap("撤回申请");
  await thumb.tap("撤回");
  await thumb.text("退团前请想清楚").waitFor();
  await returnedMeanwhile(scene, thumb, path);
  await registeredAnew(scene, thumb, path);
  world.registration = {
    ...registration("LEFT_AT_28"),
    next: "您已于 11月2日 10:30 超龄离团，团员档案由南岭大学数学学院2301团支部保留。如属误办，请联系该团支部申请恢复团籍。",
  };
  world.own.leaving = undefined;
  await reopen(scene, path);
  await thumb.text("已超龄离团").waitFor();
  await look(scene, "left");
}

async function returnedMeanwhile(scene, thumb, path) {
  const { own } = scene.stub.world;
  own.leaving = leaving("BRANCH", "出国定居");
  own.quicker = leaving("RETURNED", "出国定居");
  await reopen(scene, path);
  await thumb.tap("撤回申请");
  await thumb.tap("撤回");
  await thumb.text("这项申请的状态已变化").waitFor();
  await thumb.text("退团已退回").waitFor();
  await look(scene, "leave returned");
}

/** The wrong registration was erased; what is said of it is not said of the next one. */
async function registeredAnew(scene, thumb, path) {
  const { world } = scene.stub;
  world.own.leaving = {
    ...leaving("DONE", "重复报到"),
    ...{ kind: "DELETION", kindLabel: "删除报到" },
    next: "在南岭大学数学学院2301团支部的报到资料已删除，账号保留，可以重新报到。",
  };
  world.registration = undefined;
  await reopen(scene, path);
  await thumb.button("重新报到").waitFor();
  await look(scene, "erased");
  world.registration = { ...registration("EDIT_PENDING"), id: "r2" };
  await reopen(scene, path);
  await thumb.text("资料修改正在审核，审核完后再办理").waitFor();
  assert.equal(await thumb.button("重新报到").count(), 0);
  assert.equal(await thumb.text("报到资料已删除").count(), 0);
}

/** Who arrived in another province still signs in, and reads where the record is. */
async function readAfterGoingOutside(scene) {
  const { world } = scene.stub;
  world.registration = {
    ...registration("LEFT_OUTSIDE"),
    next: "您已于 11月2日 10:30 转出省外，团员档案由南岭大学数学学院2301团支部保留。如属误办，请联系该团支部申请恢复团籍。",
  };
  const thumb = await open(scene, "pages/login/login");
  await thumb.fill("手机号", "13800000000");
  await thumb.fill("密码", "right-horse-9");
  await thumb.tap("登录");
  await thumb.text("组织关系已转出本省").waitFor();
  await look(scene, "left for another province");
  await reopen(scene, "pages/start/start");
  await thumb.text("组织关系已转出本省").waitFor();
  await thumb.tap("设置");
  await thumb.text("我的数据").waitFor();
}

/** The copy stays at hand until it has gone, and is asked for once. */
async function handOver(scene, thumb) {
  const { world } = scene.stub;
  const send = thumb.button("发送给自己");
  await send.waitFor();
  await look(scene, "copy to hand over");
  const answer = (errMsg) =>
    scene.page.evaluate((errMsg) => {
      const { shareFileMessage } = window.wx;
      window.wx.shareFileMessage = ({ fail }) => {
        window.wx.shareFileMessage = shareFileMessage;
        fail({ errMsg: `shareFileMessage:fail ${errMsg}` });
      };
    }, errMsg);
  await answer("cancel");
  await thumb.tap("发送给自己");
  assert.equal(await thumb.text("文件没有发出").count(), 0);
  await answer("file not exist");
  await thumb.tap("发送给自己");
  await thumb.text("文件没有发出，请再试一次").waitFor();
  const kept = scene.page.waitForEvent("download");
  await thumb.tap("发送给自己");
  assert.equal((await kept).suggestedFilename(), "我的数据.zip");
  await thumb.text("已发出，请在聊天中打开并保存").waitFor();
  assert.equal(await thumb.text("文件没有发出").count(), 0);
  await look(scene, "copy handed over");
  await thumb.tap("完成");
  const asked = world.calls.filter((c) => c.name === "POST /api/me/data/proof");
  assert.equal(asked.length, 1);
}

/** Takes a copy along, asks to be erased, takes that back, reads why it was returned. */
async function ownData(scene) {
  const { world } = scene.stub;
  const thumb = await comesBack(
    scene,
    "**/api/me/data",
    "pages/mydata/mydata",
    "法定需要保留的只有",
  );
  await look(scene, "my data");
  await thumb.tap("导出全部数据");
  await thumb.tap("导出");
  await thumb.text("请填写登录密码").waitFor();
  await thumb.fill("登录密码", "right-horse-9");
  await thumb.tap("导出");
  await handOver(scene, thumb);
  await thumb.tap("申请删除个人信息");
  await thumb.fill("登录密码", "wrong");
  // Until the field of the copy, long gone, would have spoken.
  await scene.page.waitForTimeout(250);
  await thumb.tap("提交申请");
  await thumb.tap("申请删除");
  await thumb.text("密码不正确").waitFor();
  await look(scene, "erasure asked for");
  await thumb.fill("登录密码", "right-horse-9");
  await thumb.tap("提交申请");
  await thumb.tap("申请删除");
  await thumb.button("撤回申请").waitFor();
  await look(scene, "erasure waits");
  await thumb.tap("撤回申请");
  await thumb.tap("撤回");
  await thumb.button("申请删除个人信息").waitFor();
  world.own.erasure = erasure("RETURNED");
  await scene.page.reload();
  await thumb.text("仍是团员").waitFor();
  await look(scene, "erasure returned");
  world.registration = registration("WITHDRAWN");
  world.own.erasure = undefined;
  await scene.page.reload();
  await thumb.button("注销账号").waitFor();
  await look(scene, "my data at once");
}

export const accountStories = {
  "a member signs in by WeChat": signInByWeChat,
  "a member registers with WeChat's number": registerByWeChatsNumber,
  "a member resets the password": resetThePassword,
  "a member asks for the account with a new phone": askForTheAccount,
  "a member settles phone and account": settle,
  "a member ends devices": endDevices,
  "a member closes the account": closeTheAccount,
  "a member asks to leave the league": askToLeave,
  "a member who left for another province signs in": readAfterGoingOutside,
  "a member takes a copy along and asks to be erased": ownData,
};
