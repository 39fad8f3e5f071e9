// A member's days after the approval, page by page.
import assert from "node:assert/strict";
import { registration } from "../stub/api.mjs";
import { sendBackEdit } from "../stub/member.mjs";
import { ID_NUMBER, hands } from "./hands.mjs";

const PROFILE = {
  name: "𬱖·阿卜杜拉",
  documentKind: "RESIDENT_ID",
  documentNumber: "110***********002X",
  birthDate: "2004-03-07",
  joinMonth: "2021-05",
  branchId: "2301",
  ethnicity: "01",
  politicalStatus: "03",
  fullTimeEducation: "20",
  occupation: "S",
  memberNumber: "202144000123",
  household: "440106",
  cadre: false,
};

async function arrive(scene, path, state = "APPROVED") {
  const { world, url } = scene.stub;
  const { font = 16 } = scene;
  world.session = "session-1";
  world.profile = { ...PROFILE };
  world.registration = registration(state);
  await scene.page.addInitScript(() => {
    if (location.protocol === "http:")
      localStorage.setItem("tuanwu.mp.member-1.session", '"session-1"');
  });
  await scene.page.goto(`${url}/mp/?member=member-1&font=${font}#${path}`);
  return hands(scene.page);
}

async function look(scene, label) {
  await scene.checkLayout(label);
  if (scene.access) await scene.checkAccess(label);
  await scene.shot(label);
}

/** From the home page to everything it leads to that only reads. */
export async function readingStory(scene) {
  const { world } = scene.stub;
  const thumb = await arrive(scene, "pages/home/home");
  await thumb.text("4 条未读").waitFor();
  await look(scene, "home");
  await thumb.tap("认证资料");
  await thumb.text("以下资料已经支部审核通过").waitFor();
  await look(scene, "certificate");
  await thumb.tap("返回");
  await thumb.tap("电子团员证");
  await scene.page.getByAltText(/电子团员证：𬱖·阿卜杜拉/).waitFor();
  await look(scene, "card");
  const kept = scene.page.waitForEvent("download");
  await thumb.tap("保存到相册");
  assert.match((await kept).suggestedFilename(), /png$/);
  await thumb.text("已保存到相册").waitFor();
  await thumb.tap("放大查看");
  await thumb.tap("关闭");
  await thumb.tap("返回");
  await thumb.tap("办理进度");
  await thumb.text("现在由谁办理").waitFor();
  await look(scene, "history");
  await thumb.tap("返回");
  await thumb.tap("消息，4 条未读");
  await thumb.text("张三 审核通过了您的报到。").waitFor();
  await look(scene, "messages");
  await thumb.tap("查看更早的消息");
  await thumb.text(/原因：其他原因/).waitFor();
  assert.equal(world.life.readTo, 4);
  await thumb.tap("返回");
  await thumb.button("消息").waitFor();
  await thumb.tap("帮助");
  await thumb.text("收不到短信验证码").waitFor();
  await thumb.fill("搜索帮助", "编号");
  await thumb.tap("编号，展开");
  await thumb.text("在入团志愿书上可以找到").waitFor();
  await look(scene, "help");
  await thumb.fill("搜索帮助", "食堂");
  await thumb.text(/没有找到“食堂”/).waitFor();
  await scene.shot("help nothing");
}

/** A reviewed field waits, comes back, is sent again and taken back. */
export async function editStory(scene) {
  const { world } = scene.stub;
  const thumb = await arrive(scene, "pages/home/home");
  await thumb.tap("修改资料");
  await thumb.text("需支部审核后生效").waitFor();
  await look(scene, "edit");
  await thumb.tap("下一步：核对修改");
  await thumb.text("资料没有变化").waitFor();
  await thumb.choose("政治面貌", "中共党员");
  await thumb.fill("邮箱", "lin");
  await thumb.tap("下一步：核对修改");
  await thumb.text("邮箱格式不对").waitFor();
  await thumb.fill("邮箱", "lin@example.org");
  await thumb.choose("户籍地，县级", "荔湾区");
  await thumb.tap("下一步：核对修改");
  await thumb.text("请核对修改内容").waitFor();
  await thumb.text("广东省广州市天河区").waitFor();
  await thumb.text("广东省广州市荔湾区").waitFor();
  await thumb.text("支部审核后生效").waitFor();
  await look(scene, "edit preview");
  await thumb.tap("提交修改");
  await thumb.tap("允许");
  await thumb.text("资料修改正在审核").waitFor();
  const sent = world.firstCall("POST /api/registration/edits").body;
  assert.deepEqual(sent, {
    politicalStatus: "01",
    email: "lin@example.org",
    household: "440103",
  });
  await look(scene, "edit waiting");
  await thumb.tap("返回");
  await thumb.text("资料修改正在审核").waitFor();
  await look(scene, "home waiting");
  sendBackEdit(world);
  await scene.page.reload();
  await thumb.text("资料修改被退回").waitFor();
  await thumb.tap("查看并处理");
  await thumb.text("上次的修改被退回：请附上证明").waitFor();
  await thumb.button("政治面貌，必填，中共党员").waitFor();
  await look(scene, "edit returned");
  await thumb.tap("不再修改");
  await thumb.tap("撤回");
  await thumb.text("已撤回，原资料不变").waitFor();
  assert.equal(world.registration.state, "APPROVED");
  await thumb.fill("微信", "lin-xiaoman");
  await thumb.tap("下一步：核对修改");
  await thumb.text("立即生效").waitFor();
  await thumb.tap("提交修改");
  await thumb.text("已修改，立即生效").waitFor();
  await thumb.text("已报到").waitFor();
}

/** Locked fields with words and pictures as evidence. */
export async function correctionStory(scene) {
  const { world } = scene.stub;
  const thumb = await arrive(scene, "pages/edit/edit");
  await thumb.tap("申请更正");
  await thumb.text("只改有错的内容").waitFor();
  await thumb.month("入团年月", "2021", "6");
  await thumb.tap("下一步：核对更正");
  await thumb.text("请说明更正的原因和依据").waitFor();
  await thumb.fill("更正的原因和依据", "入团志愿书上是 6 月，报到时看错了。");
  const chooser = scene.page.waitForEvent("filechooser");
  await thumb.button("添加照片").click();
  await (await chooser).setFiles([picture("paper.png", PNG), picture("x.gif", GIF)]);
  await scene.page.getByAltText("第 1 张照片").waitFor();
  await thumb.text("只能使用 JPG 或 PNG 照片").waitFor();
  await look(scene, "correction");
  await thumb.tap("下一步：核对更正");
  await thumb.text("附照片 1 张").waitFor();
  await look(scene, "correction preview");
  await thumb.tap("提交申请");
  await thumb.tap("允许");
  await thumb.text("资料更正正在审核").waitFor();
  const sent = world.firstCall("POST /api/registration/corrections").body;
  assert.deepEqual(sent, {
    changes: { joinMonth: "2021-06" },
    evidence: "入团志愿书上是 6 月，报到时看错了。",
    photos: ["photo-1"],
  });
  await look(scene, "correction waiting");
  await thumb.tap("撤回修改");
  await thumb.tap("撤回");
  await thumb.text("只改有错的内容").waitFor();
}

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==",
  "base64",
);
const GIF = Buffer.from("GIF89a");

function picture(name, buffer) {
  return { name, mimeType: "image/png", buffer };
}

const PAGES = ["home", "certificate", "card", "history", "messages"];

export const lifeEdgeStories = {
  "each page says when there is no network and can be tried again": async (
    scene,
  ) => {
    await scene.page.route("**/api/**", (route) => route.abort());
    for (const name of [...PAGES, "status", "edit", "correction"]) {
      const thumb = await arrive(scene, `pages/${name}/${name}`);
      await thumb.text("网络不通，请检查网络后再试").waitFor();
      await thumb.button("再试一次").waitFor();
      await scene.checkAccess(`${name} offline`);
      await scene.page.goto("about:blank");
    }
  },

  "each page says when the server fails": async (scene) => {
    await scene.page.route("**/api/**", (route) =>
      route.fulfill({ status: 503, body: "{}" }),
    );
    for (const name of PAGES) {
      const thumb = await arrive(scene, `pages/${name}/${name}`);
      await thumb.text("服务暂时不可用，请稍后再试").waitFor();
      await scene.page.goto("about:blank");
    }
  },

  "help is there without the server": async (scene) => {
    scene.stub.world.life.faqAway = true;
    const thumb = await arrive(scene, "pages/help/help");
    await thumb.text("常见问题没有加载出来").waitFor();
    await thumb.text("选错了团支部").waitFor();
    scene.stub.world.life.faqAway = false;
    await thumb.tap("再试一次");
    await thumb.tap("撤回，展开");
    await thumb.text("审核完成之前可以点").waitFor();
  },

  "nothing was told yet": async (scene) => {
    scene.stub.world.life.messages = [];
    const thumb = await arrive(scene, "pages/messages/messages");
    await thumb.text("还没有消息").waitFor();
    await scene.checkAccess("no messages");
    await scene.shot("no messages");
  },

  "a card before the approval is refused in a sentence": async (scene) => {
    const thumb = await arrive(scene, "pages/card/card", "PENDING");
    await thumb.text("支部审核通过后才能查看电子团员证").waitFor();
  },

  "a document someone has offers two ways on": async (scene) => {
    const thumb = await arrive(scene, "pages/profile/profile", "DRAFT");
    await thumb.fill("证件号码", "110105200505060020");
    await thumb.field("姓名").focus();
    await thumb.text("身份证号码有误").waitFor();
    scene.stub.world.profile = {};
    await scene.page.route("**/api/registration/check", (route) =>
      route.fulfill({
        status: 200,
        json: {
          errors: [
            {
              field: "documentNumber",
              code: "DOCUMENT_TAKEN",
              message:
                "该证件号码已由手机号 139****1111 报到，请用原手机号登录。",
            },
          ],
          warnings: [],
        },
      }),
    );
    await thumb.fill("证件号码", ID_NUMBER);
    await thumb.field("姓名").focus();
    await thumb.text("已由手机号 139****1111 报到").waitFor();
    await thumb.button("申请换绑手机号").waitFor();
    await scene.checkAccess("document taken");
    await scene.checkLayout("document taken");
    await scene.shot("document taken");
    await thumb.tap("用原手机号登录");
    await thumb.field("密码").waitFor();
  },

  "joining young asks for an explanation, as a warning": async (scene) => {
    const thumb = await arrive(scene, "pages/profile/profile", "DRAFT");
    await thumb.month("入团年月", "2017", "6");
    await thumb.text("请核对：入团时未满 14 周岁").waitFor();
    await thumb.fill("入团年龄说明", "学校集体发展");
    await scene.checkAccess("joining young");
    await scene.shot("joining young");
    await thumb.month("入团年月", "2021", "5");
    await thumb.text("请核对").waitFor({ state: "detached" });
  },

  "what was typed is saved when the page goes": async (scene) => {
    const thumb = await arrive(scene, "pages/status/status", "RETURNED");
    await thumb.tap("修改资料");
    await thumb.fill("姓名", "𬱖·阿卜杜拉•吐鲁");
    await thumb.tap("返回");
    await thumb.text("报到被退回").waitFor();
    const saved = scene.stub.world.firstCall("PUT /api/registration");
    assert.equal(saved.body.name, "𬱖·阿卜杜拉•吐鲁");
  },
};
