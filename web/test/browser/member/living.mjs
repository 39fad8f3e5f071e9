// A member's days after the approval: reading, an edit the branch agrees to, a correction for the superior.
import { until } from "./house.mjs";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==",
  "base64",
);

export async function reads({ thumb, look }) {
  await thumb.tap("返回");
  await thumb.tap("办理进度");
  await thumb.text("现在由谁办理").waitFor();
  await look("history");
  await thumb.tap("返回");
  await thumb.button(/^消息/).press("Enter");
  await thumb.text(/审核通过了您的报到/).waitFor();
  await look("messages");
  await thumb.tap("返回");
  await thumb.tap("消息");
  await thumb.text(/退回了您的报到，原因/).waitFor();
  await thumb.tap("返回");
  await thumb.tap("帮助");
  await thumb.fill("搜索帮助", "编号");
  await thumb.tap("编号，展开");
  await thumb.text(/2017 年 1 月之后入团/).waitFor();
  await look("help");
  await thumb.tap("返回");
}

export async function edits({ house, thumb, look }) {
  await thumb.tap("修改资料");
  await thumb.text("需支部审核后生效").waitFor();
  await look("edit");
  await thumb.choose("政治面貌", "中共预备党员");
  await thumb.choose("户籍地，省级", "新疆维吾尔自治区");
  await thumb.choose("户籍地，市级", "吐鲁番市");
  await thumb.choose("户籍地，县级", "高昌区");
  await thumb.tap("下一步：核对修改");
  await thumb.text("新疆维吾尔自治区吐鲁番市高昌区").waitFor();
  await look("edit-preview");
  await thumb.tap("提交修改");
  await thumb.tap("允许");
  await thumb.text("资料修改正在审核").waitFor();
  await look("edit-waiting");
  const card = await house.card("zhangsan", "中共预备党员");
  await house.tap("zhangsan", card, "approve");
  await until(async () => {
    const { chat } = await house.operator("zhangsan");
    const same = chat.find((one) => one.card?.taskId === card.taskId);
    return /已由 张三/.test(JSON.stringify(same.card)) || undefined;
  });
  await thumb.tap("返回");
  await thumb.text("1 条未读").waitFor();
  await look("home-told");
}

export async function corrects({ thumb, page, look }) {
  await thumb.tap("修改资料");
  await thumb.tap("申请更正");
  await thumb.month("入团年月", "2021", "9");
  await thumb.fill("更正的原因和依据", "志愿书上写的是 2021 年 9 月。");
  const chooser = page.waitForEvent("filechooser");
  await thumb.button("添加照片").click();
  const photo = { name: "paper.png", mimeType: "image/png", buffer: PNG };
  await (await chooser).setFiles([photo]);
  await page.getByAltText("第 1 张照片").waitFor();
  await look("correction");
  await thumb.tap("下一步：核对更正");
  await thumb.text("附照片 1 张").waitFor();
  await look("correction-preview");
  await thumb.tap("提交申请");
  await thumb.tap("允许");
  await thumb.text("资料更正正在审核").waitFor();
  await look("correction-waiting");
}
