// Scan, account, profile in three steps, submission.
const BRANCH = "数学学院2301团支部";

export async function enter(scene) {
  const { house, page, thumb, look, person } = scene;
  const code = await house.invite();
  scene.member = await house.newMember(person.name);
  const program = await house.scan(scene.member, code);
  await page.goto(`${house.url}/mp/?member=${scene.member}#${program}`);
  await thumb.text(BRANCH).waitFor();
  await look("start");
  await thumb.tap("开始报到");
}

export async function register({ house, thumb, person, look }) {
  await thumb.tap("注册并填写资料");
  await thumb.text("请填写 11 位手机号码").waitFor();
  await thumb.fill("手机号", person.phone);
  await thumb.tap("获取验证码");
  await thumb.fill("短信验证码", await house.smsCode(person.phone));
  await thumb.fill("登录密码", person.password);
  await thumb.choose("所在高校", "南岭大学");
  await look("account");
  await thumb.tap("注册并填写资料");
  await thumb.field("姓名").waitFor();
}

export async function identity({ thumb, person, look }) {
  await thumb.text(BRANCH).waitFor();
  await thumb.tap("下一步");
  await thumb.text("请填写姓名").waitFor();
  await look("identity-refused");
  await thumb.fill("姓名", person.name);
  await thumb.fill("证件号码", person.number);
  await thumb.month("入团年月", "2021", "5");
  await thumb.text("2005年").waitFor();
  await look("identity");
  await thumb.tap("下一步");
}

export async function membership({ thumb, look }) {
  await thumb.choose("民族", "维吾尔族");
  await thumb.choose("政治面貌", "共青团员");
  await thumb.choose("全日制学历", "大学本科");
  await look("membership");
  await thumb.tap("下一步");
}

export async function rest({ thumb, person, look }) {
  await thumb.choose("职业", "学生");
  await thumb.fill("发展团员编号", person.memberNumber);
  await look("contact");
}

export async function submit({ thumb }) {
  await thumb.tap("提交报到");
  await thumb.button("允许").waitFor();
  await thumb.tap("允许");
  await thumb.text("等待支部审核").waitFor();
}
