// A member goes to another branch: the start with everything that may be wrong, the line, the ways out of it.
import assert from "node:assert/strict";
import { registration } from "../stub/api.mjs";
import { TARGET, transfer } from "../stub/transfers.mjs";
import { hands } from "./hands.mjs";
import { findTarget } from "./member/moving.mjs";

async function arrive(scene, path, signedIn = true) {
  const { world, url } = scene.stub;
  const { font = 16 } = scene;
  world.registration = registration("APPROVED");
  if (signedIn) {
    world.session = "session-1";
    await scene.page.addInitScript(() => {
      if (location.protocol === "http:")
        localStorage.setItem("tuanwu.mp.member-1.session", '"session-1"');
    });
  }
  await scene.page.goto("about:blank");
  await scene.page.goto(`${url}/mp/?member=member-1&font=${font}#${path}`);
  return hands(scene.page);
}

async function look(scene, label) {
  await scene.checkLayout(label);
  if (scene.access) await scene.checkAccess(label);
  await scene.shot(label);
}

async function startBySearch(scene) {
  const { world } = scene.stub;
  const thumb = await arrive(scene, "pages/home/home");
  await thumb.tap("组织关系转接");
  await thumb.text("还没有办理过转接").waitFor();
  await look(scene, "transfer none");
  await thumb.tap("发起转接");
  await thumb.tap("下一步：核对");
  await thumb.text("请选择转接类型").waitFor();
  await thumb.text("请选择转接原因").waitFor();
  await look(scene, "start refused");
  await thumb.choose("转接类型", "省内转接");
  await thumb.choose("转接原因", "其他");
  await thumb.tap("下一步：核对");
  await thumb.text("请写明转接原因").waitFor();
  await thumb.text("请选择转入的团组织").waitFor();
  await thumb.fill("写明原因", "毕业后随导师到新单位继续做科研");
  await thumb.fill("学习或工作单位", "海湾材料研究院");
  await thumb.tap("转入的团组织，点此查找");
  await thumb.fill("查找转入的团组织", "食堂");
  await thumb.text(/没有找到。换个词试试/).waitFor();
  await look(scene, "search nothing");
  await thumb.fill("查找转入的团组织", "食堂二");
  await thumb.tap("取消");
  // Until what was typed last would have been looked for.
  await scene.page.waitForTimeout(600);
  assert.equal(await thumb.text("没有找到").count(), 0);
  await thumb.tap("转入的团组织，点此查找");
  await thumb.fill("查找转入的团组织", "海湾");
  await thumb.text(TARGET.path).waitFor();
  await look(scene, "search");
  await thumb.text(TARGET.path).click();
  await look(scene, "start filled");
  await thumb.tap("下一步：核对");
  await thumb.text("将依次由以下团组织审核").waitFor();
  await look(scene, "start preview");
  await thumb.tap("返回修改");
  await thumb.field("写明原因").waitFor();
  await thumb.tap("下一步：核对");
  await thumb.tap("提交转接");
  await thumb.tap("允许");
  await thumb.text("现在在这里").waitFor();
  assert.deepEqual(world.firstCall("POST /api/me/transfers").body, {
    kind: "INSIDE",
    reason: "OTHER",
    words: "毕业后随导师到新单位继续做科研",
    unit: "海湾材料研究院",
    targetId: TARGET.id,
  });
  await look(scene, "transfer open");
  await takeBack(scene, thumb);
}

async function takeBack(scene, thumb) {
  await thumb.tap("撤回转接");
  await thumb.tap("确认撤回");
  await thumb.text("请写明撤回原因").waitFor();
  await look(scene, "withdraw refused");
  await thumb.fill("撤回原因", "单位还没有确定");
  await thumb.tap("确认撤回");
  await thumb.text("省内转接：已撤回").waitFor();
  await thumb.button("发起新的转接").waitFor();
  await look(scene, "transfer withdrawn");
  await thumb.tap("返回");
  await thumb.button("组织关系转接").waitFor();
}

async function appealAgainstAReturn(scene) {
  const { world } = scene.stub;
  world.moving.transfers = [
    transfer("RETURNED"),
    { ...transfer("EXPIRED"), id: "t0" },
  ];
  const thumb = await arrive(scene, "pages/transfer/transfer");
  await thumb.text("退回原因：请先交清团费").waitFor();
  await look(scene, "transfer returned");
  await thumb.tap("对退回提出申诉");
  await thumb.tap("提交申诉");
  await thumb.text("请写明申诉理由").waitFor();
  await thumb.fill("申诉理由", "交了");
  await thumb.tap("提交申诉");
  await thumb.text("最多 300 个字").waitFor();
  await thumb.fill("申诉理由", "团费已在上月交清，收据见照片。");
  await addPictures(scene, thumb, [PICTURE]);
  await scene.page.getByAltText("第 1 张照片").waitFor();
  await look(scene, "appeal");
  await thumb.tap("提交申诉");
  await thumb.text("证明照片").waitFor();
  await thumb.text("处理中").waitFor();
  await look(scene, "appealed");
  assert.deepEqual(
    world.firstCall("POST /api/me/transfers/t1/appeal", 1).body.photos,
    ["photo-1"],
  );
  await thumb.tap("省内转接（已过期）");
  await thumb.text("省内转接：已过期").waitFor();
  await look(scene, "transfer expired");
}

/** Pictures on their way hold the appeal; those of a form that was closed belong to no other. */
async function waitForPictures(scene) {
  const { world } = scene.stub;
  world.moving.transfers = [transfer("RETURNED")];
  let release;
  const held = new Promise((settle) => (release = settle));
  await scene.page.route("**/api/registration/photos", async (route) => {
    await held;
    await route.continue();
  });
  const thumb = await arrive(scene, "pages/transfer/transfer");
  await thumb.tap("对退回提出申诉");
  await addPictures(scene, thumb, [PICTURE, PICTURE]);
  const waiting = thumb.button("照片上传中…");
  await waiting.waitFor();
  assert.equal(await waiting.getAttribute("aria-disabled"), "true");
  await look(scene, "pictures on their way");
  await thumb.tap("不申诉");
  await thumb.tap("对退回提出申诉");
  await thumb.fill("申诉理由", "团费已在上月交清，收据见照片。");
  const arrived = scene.page.waitForResponse("**/api/registration/photos");
  release();
  await arrived;
  await addPictures(scene, thumb, [PICTURE]);
  await scene.page.getByAltText("第 1 张照片").waitFor();
  await thumb.tap("提交申诉");
  await thumb.text("处理中").waitFor();
  const sent = world.firstCall("POST /api/me/transfers/t1/appeal").body;
  assert.deepEqual(sent.photos, ["photo-2"]);
  assert.equal(world.life.photos.length, 2);
}

async function addPictures(scene, thumb, pictures) {
  const chooser = scene.page.waitForEvent("filechooser");
  await thumb.button("添加照片").click();
  await (await chooser).setFiles(pictures);
}

async function scanACode(scene) {
  const { world } = scene.stub;
  const thumb = await arrive(scene, "pages/transferring/transferring");
  await thumb.choose("转接类型", "省内转接");
  await thumb.choose("转接原因", "学习");
  await scanned(scene, thumb, "https://example.org/pay");
  await thumb.text("这不是团组织的转入二维码").waitFor();
  await scanned(scene, thumb, `${scene.stub.url}/t/4401020001-00`);
  await thumb.text("这不是有效的转入二维码").waitFor();
  await look(scene, "scan refused");
  world.codeRead = `${scene.stub.url}/t/${TARGET.code}`;
  await thumb.tap("扫描转入二维码");
  await scene.page.getByLabel("从相册选择二维码").setInputFiles([PICTURE]);
  await thumb.text(TARGET.path).waitFor();
  await look(scene, "scanned");
}

async function scanned(scene, thumb, words) {
  await thumb.tap("扫描转入二维码");
  await scene.page.getByLabel("二维码里的内容").fill(words);
  await thumb.button("确定").click();
}

async function scanInWeChatBeforeSigningIn(scene) {
  const { url } = scene.stub;
  const address = encodeURIComponent(`${url}/t/${TARGET.code}`);
  const thumb = await arrive(
    scene,
    `pages/transferring/transferring?q=${address}`,
    false,
  );
  await thumb.button("微信一键登录").waitFor();
  await thumb.fill("手机号", "13800000000");
  await thumb.fill("密码", "right-horse-9");
  await thumb.tap("登录");
  await thumb.text(TARGET.path).waitFor();
  await thumb.text("省内转接").waitFor();
  await look(scene, "scanned before");
}

/** What was scanned is still the target when the network is back. */
async function scanWithoutANetwork(scene) {
  const address = encodeURIComponent(`${scene.stub.url}/t/${TARGET.code}`);
  await scene.page.route("**/api/transfer-targets/**", (route) => route.abort());
  const thumb = await arrive(scene, `pages/transferring/transferring?q=${address}`);
  await thumb.text("网络不通，请检查网络后再试").waitFor();
  await scene.page.unrouteAll();
  await thumb.tap("再试一次");
  await thumb.text(TARGET.path).waitFor();
}

async function goOutside(scene) {
  const { world } = scene.stub;
  const thumb = await arrive(scene, "pages/transferring/transferring");
  await thumb.choose("转接类型", "转往省外");
  await thumb.choose("转接原因", "工作");
  await thumb.tap("下一步：核对");
  await thumb.text("请选择转往的省份").waitFor();
  await thumb.text("请填写转往的团组织全称").waitFor();
  await thumb.choose("转往的地区，必填，有误：请选择转往的省份，省级", "北京市");
  await thumb.choose("转往的地区，必填，市级", "东城区");
  await thumb.fill("转往的团组织全称", "北京某某出版集团团委");
  await look(scene, "outside");
  await thumb.tap("下一步：核对");
  await thumb.text("北京市东城区 北京某某出版集团团委").waitFor();
  await look(scene, "outside preview");
  world.moving.late = true;
  await thumb.tap("提交转接");
  await thumb.tap("允许");
  await thumb.text("这项转接的状态已变化").waitFor();
  world.moving.late = false;
  await thumb.tap("提交转接");
  await thumb.tap("允许");
  await thumb.text("开具介绍信").waitFor();
  assert.deepEqual(world.firstCall("POST /api/me/transfers", 1).body.place, {
    province: "北京市",
    city: "东城区",
    county: "",
    name: "北京某某出版集团团委",
  });
  world.moving.transfers = [
    {
      ...transfer("DONE", { kind: "OUTSIDE", place: PLACE }),
      next: "转出手续已于 2026年11月21日 10:32 办结，请凭介绍信到转往的团组织报到；报到前团籍仍在数学学院2301团支部。",
      letter: LETTER,
    },
  ];
  await arrive(scene, "pages/transfer/transfer");
  await thumb.text("转往省外：已完成").waitFor();
  await thumb.text("2026年第0007号（已开具）").waitFor();
  await look(scene, "letter");
  const kept = scene.page.waitForEvent("download");
  await thumb.tap("打开介绍信");
  assert.match((await kept).suggestedFilename(), /pdf$/);
  await thumb.text("原来的介绍信随之作废").waitFor();
  world.moving.transfers[0].letter = { ...LETTER, state: "VOID", label: "已作废" };
  await arrive(scene, "pages/transfer/transfer");
  await thumb.text("2026年第0007号（已作废）").waitFor();
  await look(scene, "letter void");
  assert.equal(await thumb.button("打开介绍信").count(), 0);
  assert.equal(await thumb.text("原来的介绍信随之作废").count(), 0);
}

async function meetBlockers(scene) {
  const { world } = scene.stub;
  world.moving.blockers = [
    blocker("TRANSFER_CADRE", "还担任团内职务，请先在资料中免去职务，再办理转接。"),
    blocker("TRANSFER_REALNAME", "实名认证尚未通过，请先完成认证，再办理转接。"),
  ];
  const thumb = await arrive(scene, "pages/transferring/transferring");
  await thumb.text("现在还不能发起转接").waitFor();
  await thumb.text("实名认证尚未通过").waitFor();
  await look(scene, "blocked");
  world.moving.blockers = [];
  await thumb.tap("处理好了，再查一次");
  await thumb.choose("转接类型", "退回原籍");
  await thumb.choose("转接原因", "学习");
  await findTarget(thumb, "海湾", TARGET.path);
  world.moving.blockers = [blocker("EDIT_PENDING", "资料修改正在审核，审核完后再办理。")];
  await thumb.tap("下一步：核对");
  await thumb.text("资料修改正在审核").waitFor();
  await thumb.button("查看正在审核的修改").waitFor();
  await look(scene, "blocked later");
}

/** While the reason is typed somebody sends it back: the line is true again, and a sentence says why. */
async function loseTheRace(scene) {
  const { world } = scene.stub;
  world.moving.transfers = [transfer("OPEN")];
  world.moving.quicker = transfer("RETURNED");
  const thumb = await arrive(scene, "pages/home/home");
  await thumb.text("省内转接正在办理").waitFor();
  await look(scene, "home moving");
  await thumb.tap("办理进度");
  await thumb.text("现在由谁办理").waitFor();
  await thumb.text(/等待审核，同意后转到/).waitFor();
  await look(scene, "history moving");
  await thumb.tap("返回");
  await thumb.tap("查看转接进度");
  await thumb.tap("撤回转接");
  await thumb.fill("撤回原因", "不去了");
  await thumb.tap("确认撤回");
  await thumb.text("这项转接的状态已变化").waitFor();
  await thumb.text("省内转接：已退回").waitFor();
  await look(scene, "too late");
}

async function loseTheNetwork(scene) {
  const lost = (route) => route.abort();
  for (const [name, back] of [
    ["transfer", "还没有办理过转接"],
    ["transferring", "转接类型"],
  ]) {
    await scene.page.route("**/api/me/transfers**", lost);
    await scene.page.route("**/api/me/transfers/**", lost);
    const thumb = await arrive(scene, `pages/${name}/${name}`);
    await thumb.text("网络不通，请检查网络后再试").waitFor();
    await look(scene, `${name} offline`);
    await scene.page.unrouteAll();
    await thumb.tap("再试一次");
    await thumb.text(back).waitFor();
  }
}

const blocker = (code, message) => ({ code, field: null, message });
const PLACE = { province: "湖南省", city: "长沙市", county: "", name: "某某团委" };
const LETTER = {
  name: "转接介绍信",
  url: "/api/me/transfers/t1/letter.pdf",
  number: "2026年第0007号",
  state: "ISSUED",
  label: "已开具",
  issuedOn: "2026-11-21",
  until: "2027-02-19",
  arrivedAt: null,
};
const PICTURE = {
  name: "paper.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==",
    "base64",
  ),
};

export const transferStories = {
  "a transfer is started and taken back": startBySearch,
  "a transfer sent back is appealed against": appealAgainstAReturn,
  "a transfer's appeal waits for its pictures": waitForPictures,
  "a transfer's target is scanned in the mini-program": scanACode,
  "a transfer's target scanned in WeChat waits for the sign-in":
    scanInWeChatBeforeSigningIn,
  "a transfer's target scanned without a network is kept": scanWithoutANetwork,
  "a transfer leads out of the province": goOutside,
  "a transfer is told first what stands in its way": meetBlockers,
  "a transfer is sent back before it is taken back": loseTheRace,
  "a transfer's pages without a network": loseTheNetwork,
};
