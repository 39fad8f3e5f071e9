// Canned answers of /api for one member.
import { CODES, UNIVERSITIES } from "./codes.mjs";
import { BRANCH, reviewCard } from "./world.mjs";

export const api = {
  "GET /api/invitations/(.+)": (world, { params: [wanted] }) =>
    wanted === "DEMO2301"
      ? [
          200,
          {
            code: wanted,
            branch: BRANCH,
            organisation: BRANCH,
            title: null,
            expiresAt: world.invitations[0].expiresAt,
          },
        ]
      : wanted === "OLD"
        ? problem(410, "INVITATION_EXPIRED", "邀请已过期")
        : problem(404, "INVITATION_UNKNOWN", "没有这个邀请"),
  "GET /api/universities": () => [200, UNIVERSITIES],
  "GET /api/codes": () => [200, CODES],
  "GET /api/branches": (world, { query }) => {
    const q = query.get("q");
    return [200, { items: "数学学院sx2301".includes(q) ? [BRANCH] : [] }];
  },
  "POST /api/sms-codes": (world, { body }) => {
    const message = {
      id: `sms-${world.sms.length + 1}`,
      phone: body.phone,
      text: "【团务】验证码 246810，5 分钟内有效，请勿告诉他人。",
      at: world.now(),
    };
    world.sms.push(message);
    world.members[0].sms.push(message);
    world.changed();
    world.onWire({
      direction: "APP_TO_PLATFORM",
      platform: "SMS",
      method: "POST",
      path: "/platform/sms/send",
      title: "发送短信验证码",
      request: { raw: "{}", decoded: { phone: "138****0000" } },
      response: { raw: "{}", decoded: {} },
    });
    return [202, { seconds: 300, resendAfterSeconds: 60 }];
  },
  "POST /api/accounts": (world, { body }) => {
    if (!body.phoneCode && body.smsCode !== "246810")
      return invalid("smsCode", "SMS_CODE_WRONG", "验证码不对，请核对短信");
    world.session = "session-1";
    return [201, signedIn(world)];
  },
  "POST /api/sessions": (world, { body }) => {
    if (body.password !== "right-horse-9")
      return problem(401, "LOGIN_FAILED", "手机号或密码不对");
    world.session = "session-1";
    return [201, signedIn(world)];
  },
  "DELETE /api/sessions/current": (world) => {
    world.session = undefined;
    return [204];
  },
  "GET /api/me": signedInOnly((world) => [200, me(world)]),
  "GET /api/registration": signedInOnly((world) => [200, stored(world)]),
  "PUT /api/registration": signedInOnly((world, { body }) => {
    world.profile = body;
    world.registration ??= registration("DRAFT");
    return [200, stored(world)];
  }),
  "POST /api/registration/submit": signedInOnly(submit),
  "POST /api/registration/withdraw": signedInOnly((world) => {
    world.registration = registration("WITHDRAWN");
    return [200, me(world)];
  }),
  "GET /api/registration/certificate": signedInOnly((world) =>
    /^(APPROVED|EDIT)/.test(world.registration?.state)
      ? [200, certificate(world)]
      : problem(409, "NOT_APPROVED", "审核通过后才能查看"),
  ),
};

function submit(world, { body }) {
  if (body.joinMonth >= "2017-01" && !body.memberNumber)
    return invalid(
      "memberNumber",
      "MEMBER_NUMBER_REQUIRED",
      "2021 年入团须填写发展团员编号，见入团志愿书右上角。",
    );
  if (body.memberNumber === "202144999999")
    return invalid(
      "memberNumber",
      "MEMBER_NUMBER_TAKEN",
      "这个编号已被使用，请核对入团志愿书",
    );
  world.profile = body;
  world.registration = registration("PENDING");
  for (const who of world.operators.slice(0, 2))
    who.chat.push({
      id: `card-${who.userid}`,
      at: world.now(),
      from: "app",
      type: "card",
      card: reviewCard(who.userid, body.name),
    });
  world.onWire({
    direction: "APP_TO_PLATFORM",
    platform: "WECOM",
    method: "POST",
    path: "/platform/qyapi/cgi-bin/message/send",
    errcode: 0,
    title: "向 张三 发送审核卡片",
    request: {
      raw: '{"touser":"zhangsan"}',
      decoded: { touser: "zhangsan", msgtype: "template_card" },
    },
    response: { raw: '{"errcode":0}', decoded: { errcode: 0 } },
  });
  world.changed();
  return [200, me(world)];
}

export function registration(state) {
  const at = new Date().toISOString();
  const returned =
    state === "RETURNED"
      ? { code: "WRONG_NUMBER", reason: "团员编号有误", at, by: "张三" }
      : null;
  return {
    id: "r1",
    state,
    version: 1,
    branch: BRANCH,
    realName: {
      state: "CHECKING",
      label: "核验中",
      text: "正在核验姓名和身份证号码，通常几秒钟。",
    },
    returned,
    submittedAt: state === "DRAFT" ? null : at,
    decidedAt: null,
    decidedBy: null,
    next: returned
      ? "请按退回原因修改资料，再次提交。"
      : "现在由 数学学院2301团支部 的运营者审核，审核结果会通知你。",
    edit: null,
  };
}

function certificate(world) {
  return {
    name: world.profile.name ?? "林小满",
    documentNumber: "1101**********1234",
    birthDate: "2004-03-07",
    gender: "女",
    joinMonth: "2021-05",
    memberNumber: "202144000123",
    branch: BRANCH,
    phone: "138****0000",
    politicalStatus: "共青团员",
    ethnicity: "汉族",
    fullTimeEducation: "大学本科",
    approvedAt: world.now(),
    realName: { state: "PASSED", label: "通过", text: "" },
    oath: null,
  };
}

export function me(world) {
  return {
    account: signedIn(world).account,
    registration: world.registration ?? null,
    subscribeTemplates: ["tmpl-registration-result"],
  };
}

function stored(world) {
  return {
    state: world.registration?.state ?? "DRAFT",
    version: 1,
    profile: world.profile,
    branch: world.profile.branchId ? BRANCH : null,
  };
}

function signedIn(world) {
  return {
    session: world.session,
    account: {
      id: "1",
      phone: "138****0000",
      university: UNIVERSITIES.items[0],
    },
  };
}

export function signedInOnly(handle) {
  return (world, call) =>
    world.session && call.session === world.session
      ? handle(world, call)
      : problem(401, "SIGN_IN_FIRST", "请先登录");
}

export function problem(status, name, detail, errors = []) {
  return [
    status,
    { type: "about:blank", title: detail, status, code: name, detail, errors },
  ];
}

function invalid(field, name, message) {
  return problem(422, "INVALID", "有内容需要修改", [
    { field, code: name, message },
  ]);
}
