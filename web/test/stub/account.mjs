// Canned answers about the account itself: phones, devices, re-binding, closing.
import { problem, signedInOnly } from "./api.mjs";

const SENT = [202, { seconds: 300, resendAfterSeconds: 60 }];
const OLD = "138****0000";
const masked = (phone) => `${phone.slice(0, 3)}****${phone.slice(7)}`;

export function newAccount() {
  const at = (minutes) => new Date(Date.now() - minutes * 60e3).toISOString();
  return {
    phone: OLD,
    rebinding: undefined,
    ticket: undefined,
    devices: [
      { id: "1", label: "iPhone · 微信", openedAt: at(9000), seenAt: at(3), current: true },
      { id: "2", label: "安卓手机 · 微信", openedAt: at(90000), seenAt: at(50000), current: false },
    ],
  };
}

const NEXT = {
  PENDING:
    "申请在该团员所在的团支部，由支部运营者与本人核实后办理，结果会用短信通知您；7 天内没有审核将自动失效。",
  APPROVED: "已换绑，请用新手机号登录；忘记密码可用短信重设。",
  RETURNED:
    "团支部退回了申请，原因：未能与本人核实。请核对后重新申请，或联系所在团支部。",
  WITHDRAWN: "您已撤回申请，账号没有变化。",
  REFUSED: "原手机号的使用者拒绝了申请，账号没有变化。",
};

export function rebinding(state, newPhone = "139****0001") {
  const at = new Date().toISOString();
  return {
    state,
    oldPhone: OLD,
    newPhone,
    askedAt: at,
    expiresAt: new Date(Date.now() + 7 * 86400e3).toISOString(),
    endedAt: state === "PENDING" ? null : at,
    reason: state === "RETURNED" ? "未能与本人核实" : null,
    next: NEXT[state],
  };
}

export function erasure(state) {
  return {
    state,
    label: state,
    branch: "南岭大学数学学院2301团支部",
    askedAt: new Date().toISOString(),
    decidedAt: null,
    decidedBy: state === "RETURNED" ? "陈静" : null,
    reason: state === "RETURNED" ? "仍是团员，请先办理离团" : null,
  };
}

export const accountApi = {
  "POST /api/sessions/wechat": (world) => {
    if (!world.bound)
      return problem(
        401,
        "WECHAT_NOT_BOUND",
        "这个微信还没有绑定账号，请用手机号和密码登录一次，或先注册。",
      );
    world.session = "session-1";
    return [201, { session: world.session, account: { id: "1", phone: OLD } }];
  },
  "POST /api/password-resets": (_world, { body }) =>
    body.smsCode === "246810"
      ? [200, { text: "密码已重设，已在所有设备退出登录，请用新密码登录。" }]
      : wrong("smsCode", "SMS_CODE_WRONG", "验证码不正确，请核对短信后重新输入。"),
  "POST /api/rebindings": ({ own }, { body }) => {
    if (body.smsCode !== "246810")
      return wrong("smsCode", "SMS_CODE_WRONG", "验证码不正确，请核对短信后重新输入。");
    if (body.name !== "林小满")
      return problem(
        422,
        "REBIND_NO_MATCH",
        "没有找到姓名和证件号码都一致的报到记录，请对照证件核对；如从未报到，请直接注册报到。",
      );
    own.ticket = "ticket-1";
    own.rebinding = rebinding("PENDING", masked(body.phone));
    return [201, { ticket: own.ticket, rebinding: own.rebinding }];
  },
  "GET /api/rebindings/current": ({ own }, { ticket }) =>
    own.ticket && ticket === own.ticket
      ? [200, own.rebinding]
      : problem(404, "REBIND_UNKNOWN", "没有找到这项换绑申请，请重新申请。"),
  "POST /api/rebindings/withdraw": ({ own }) => {
    own.rebinding = rebinding("WITHDRAWN");
    return [200, own.rebinding];
  },
  "GET /api/me/rebinding": signedInOnly(({ own }) => [
    200,
    {
      rebinding:
        own.rebinding?.state === "PENDING"
          ? {
              ...own.rebinding,
              next: "有人持您的姓名和证件号码申请把账号换绑到 139****0001，由团支部核实。如非本人申请，请拒绝。",
            }
          : null,
    },
  ]),
  "POST /api/me/rebinding/refusal": signedInOnly(({ own }) => {
    own.rebinding = rebinding("REFUSED");
    return [200, own.rebinding];
  }),
  "POST /api/me/phone": signedInOnly(({ own }, { body }) => {
    if (body.password !== "right-horse-9")
      return wrong("password", "PASSWORD_WRONG", "密码不正确，请重新输入。");
    own.phone = masked(body.phone);
    return [200, { id: "1", phone: own.phone, university: null }];
  }),
  "GET /api/devices": signedInOnly(({ own }) => [200, { items: own.devices }]),
  "DELETE /api/devices": signedInOnly((world) => {
    world.session = undefined;
    return [204];
  }),
  "DELETE /api/devices/(.+)": signedInOnly(({ own }, { params: [id] }) => {
    own.devices = own.devices.filter((device) => device.id !== id);
    return [204];
  }),
  "GET /api/me/leaving": signedInOnly(({ registration, own }) => [
    200,
    {
      possible: registration?.state === "APPROVED" && own.leaving?.state !== "BRANCH",
      code: null,
      text: registration?.state === "EDIT_PENDING" ? "资料修改正在审核，审核完后再办理。" : null,
      last: own.leaving ?? null,
    },
  ]),
  "POST /api/me/leaving": signedInOnly(({ own }, { body }) => {
    if (!body.words) return wrong("words", "REQUIRED", "请写明原因。");
    own.leaving = leaving("BRANCH", body.words);
    return [201, own.leaving];
  }),
  "POST /api/me/leaving/withdraw": signedInOnly(({ own }) => {
    if (own.quicker) {
      own.leaving = own.quicker;
      return problem(409, "LEAVING_MOVED_ON", "这项申请的状态已变化，请以最新状态为准。");
    }
    own.leaving = leaving("WITHDRAWN", own.leaving.words);
    return [200, own.leaving];
  }),
  "GET /api/me/data": signedInOnly(({ own, registration }) => [
    200,
    {
      way: registration?.state === "APPROVED" ? "CONFIRMED" : "AT_ONCE",
      possible: registration?.state === "APPROVED" && own.erasure?.state !== "PENDING",
      code: own.erasure?.state === "PENDING" ? "ERASURE_OPEN" : null,
      text: null,
      erasure: own.erasure ?? null,
    },
  ]),
  "POST /api/me/data/sms-codes": signedInOnly(() => SENT),
  "POST /api/me/data/proof": signedInOnly((_world, { body }) =>
    body.password === "right-horse-9"
      ? [200, { proof: "proof-1", seconds: 300 }]
      : wrong("password", "PASSWORD_WRONG", "密码不正确，请重新输入。"),
  ),
  "GET /api/me/export.zip": signedInOnly(() => [
    200,
    Buffer.from("PK"),
    "application/zip",
  ]),
  "POST /api/me/data/erasure": signedInOnly(({ own }, { body }) => {
    if (body.password !== "right-horse-9")
      return wrong("password", "PASSWORD_WRONG", "密码不正确，请重新输入。");
    own.erasure = erasure("PENDING");
    return [200, own.erasure];
  }),
  "POST /api/me/data/erasure/withdraw": signedInOnly(({ own }) => {
    own.erasure = erasure("WITHDRAWN");
    return [200, own.erasure];
  }),
  "GET /api/me/closing": signedInOnly(({ registration }) => [
    200,
    outlook(registration?.state),
  ]),
  "POST /api/me/closing/sms-codes": signedInOnly(() => SENT),
  "POST /api/me/closing": signedInOnly((world, { body }) => {
    if (body.password !== "right-horse-9" && body.smsCode !== "246810")
      return wrong("password", "PASSWORD_WRONG", "密码不正确，请重新输入。");
    world.session = undefined;
    return [200, { text: "账号已注销，草稿和登录记录已删除。" }];
  }),
  "GET /api/me/export.pdf": signedInOnly(() => [
    200,
    Buffer.from("%PDF-1.4"),
    "application/pdf",
  ]),
};

function outlook(state) {
  if (state === "PENDING")
    return {
      possible: false,
      code: "REGISTRATION_PENDING",
      text: "报到资料正在等待支部审核，不能注销账号；请先撤回报到，再来注销。",
    };
  if (state === "APPROVED")
    return {
      possible: false,
      code: "RECORD_KEPT",
      text: "您已完成报到，团员档案属于团组织，不能自行注销。如报到有误需要删除，请联系数学学院2301团支部（张三、李四），由上级团组织核实后办理。",
    };
  return { possible: true, code: null, text: null };
}

function wrong(field, code, message) {
  return problem(422, "INVALID", "有内容需要修改", [{ field, code, message }]);
}

export function leaving(state, words) {
  const labels = { BRANCH: "待团支部审核", RETURNED: "已退回", WITHDRAWN: "已撤回", DONE: "已办结" };
  return {
    id: "l1",
    registrationId: "r1",
    kind: "VOLUNTARY",
    kindLabel: "退团",
    words,
    state,
    stateLabel: labels[state],
    startedSide: "MEMBER",
    startedBy: null,
    startedAt: new Date().toISOString(),
    agreedBy: null,
    next:
      state === "RETURNED"
        ? "张三 退回了退团申请，原因：未能与团员本人核实。"
        : "等待南岭大学数学学院2301团支部审核，同意后由上级团组织确认。",
  };
}
