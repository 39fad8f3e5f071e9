// Canned answers of /sandbox: the actor API and its events.
import { registration } from "./api.mjs";

const operatorOf = (world, userid) =>
  world.operators.find((o) => o.userid === userid);
const memberOf = (world, id) => world.members.find((m) => m.id === id);

export const sandbox = {
  "GET /sandbox/state": (world) => {
    const { version, members, operators, sms, realname } = world;
    const { menus, media, faults, clock } = world;
    return [
      200,
      {
        version,
        publicUrl: "http://127.0.0.1",
        members,
        operators,
        sms,
        realname,
        menus,
        media,
        faults,
        clock,
      },
    ];
  },
  "GET /sandbox/wire": (world, { query }) => [
    200,
    {
      entries: world.wire.filter((w) => w.id > Number(query.get("after") ?? 0)),
    },
  ],
  "POST /sandbox/callbacks/wecom/verify": () => [
    200,
    { accepted: true, status: 200, problem: null },
  ],
  "POST /sandbox/members": (world) => {
    const id = `member-${world.members.length + 1}`;
    world.members.push({
      ...memberOf(world, "member-1"),
      id,
      nickname: `微信用户${world.members.length + 1}`,
      following: false,
      chat: [],
      notices: [],
      sms: [],
    });
    world.changed();
    return [200, memberOf(world, id)];
  },
  "POST /sandbox/members/([^/]+)/login-code": () => [200, { code: "code-1" }],
  "POST /sandbox/members/([^/]+)/phone-code": () => [
    200,
    { code: "phone-code-1" },
  ],
  "POST /sandbox/members/([^/]+)/subscriptions": (world, { body }) => [
    200,
    {
      result: Object.fromEntries(
        body.templateIds.map((id) => [id, body.accept ? "accept" : "reject"]),
      ),
    },
  ],
  "POST /sandbox/codes": (world) => [200, { content: world.codeRead ?? null }],
  "POST /sandbox/members/([^/]+)/scan": (world, { params: [id] }) => {
    memberOf(world, id).following = true;
    world.onWire({
      direction: "PLATFORM_TO_APP",
      platform: "OFFICIAL_ACCOUNT",
      method: "POST",
      path: "/callback/oa",
      title: "扫码：SCAN 事件",
      request: {
        raw: "<xml><Encrypt>…</Encrypt></xml>",
        decoded: "<xml><Event>SCAN</Event></xml>",
      },
      response: { raw: "", decoded: "" },
    });
    world.changed();
    return [
      200,
      {
        content: "http://weixin.qq.com/q/demo",
        action: "SCANNED",
        delivered: true,
      },
    ];
  },
  "POST /sandbox/members/([^/]+)/(follow|unfollow)": (
    world,
    { params: [id, what] },
  ) => {
    memberOf(world, id).following = what === "follow";
    world.changed();
    return [200, {}];
  },
  "POST /sandbox/members/([^/]+)/messages": (world, { params: [id], body }) => {
    memberOf(world, id).chat.push(said(world, body.text));
    world.changed();
    return [200, { delivered: true }];
  },
  "POST /sandbox/operators/([^/]+)/messages": (
    world,
    { params: [id], body },
  ) => {
    operatorOf(world, id).chat.push(said(world, body.text));
    world.changed();
    return [200, { delivered: true }];
  },
  "GET /sandbox/operators/([^/]+)/open": (world, { query }) => [
    200,
    { url: query.get("url") },
  ],
  "POST /sandbox/operators/([^/]+)/menu": (
    world,
    { params: [userid], body },
  ) => {
    world.received.push({ userid, ...body });
    return [200, { delivered: true }];
  },
  "POST /sandbox/operators/([^/]+)/enter": () => [200, {}],
  "POST /sandbox/operators/([^/]+)/cards/([^/]+)/click": click,
  "PUT /sandbox/faults": (world, { body }) => {
    world.faults = body;
    world.changed();
    return [200, { faults: body }];
  },
  "PUT /sandbox/clock": (world, { body }) => {
    const offset = body.offset ?? "PT72H";
    world.clock = { ...world.clock, offset };
    world.changed();
    return [200, world.clock];
  },
  "GET /sandbox/realname": (world) => [200, world.realname],
  "PUT /sandbox/realname": (world, { body }) => {
    world.realname = { ...world.realname, ...body };
    world.changed();
    return [200, world.realname];
  },
};

function click(world, { params: [userid, taskId], body }) {
  world.received.push({ userid, taskId, ...body });
  const approved = body.key === "approve";
  world.registration = registration(approved ? "APPROVED" : "RETURNED");
  const { name } = operatorOf(world, userid);
  const sentence = approved ? `已由 ${name} 同意` : `已由 ${name} 退回`;
  for (const who of world.operators)
    for (const { card } of who.chat) if (card) close(card, sentence);
  world.members[0].notices.push({
    id: `n${Date.now()}`,
    at: world.now(),
    templateId: "tmpl-registration-result",
    title: "报到审核结果通知",
    fields: [
      { label: "支部", value: "数学学院2301团支部" },
      { label: "结果", value: approved ? "已通过" : "已退回" },
    ],
    page: "pages/start/start",
  });
  world.onWire({
    direction: "PLATFORM_TO_APP",
    platform: "WECOM",
    method: "POST",
    path: "/callback/wecom",
    title: `${name} 点了 ${approved ? "同意" : "退回"}`,
    request: {
      raw: "<xml/>",
      decoded: "<xml><EventKey>approve</EventKey></xml>",
    },
    response: { raw: "<xml/>", decoded: "<xml/>" },
  });
  world.changed();
  const { card } = operatorOf(world, userid).chat.find(
    (m) => m.card?.taskId === taskId,
  );
  return [200, { delivered: true, attempts: 1, status: 200, card }];
}

function close(card, sentence) {
  card.closed = true;
  card.replaceName = sentence;
  card.selection.disabled = true;
  for (const button of card.buttons) button.disabled = true;
}

function said(world, text) {
  return {
    id: `m${Date.now()}`,
    at: world.now(),
    from: "me",
    type: "text",
    text,
  };
}
