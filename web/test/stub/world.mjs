// What the stub remembers: one member, two operators, an admin, a wire.
import { EventEmitter } from "node:events";
import { newAccount } from "./account.mjs";
import { newLife } from "./member.mjs";
import { newMoving } from "./transfers.mjs";
import { newWork } from "./work.mjs";

export function newWorld() {
  const bus = new EventEmitter();
  const now = () => new Date().toISOString();
  const world = {
    bus,
    version: 1,
    wire: [],
    sms: [],
    received: [],
    calls: [],
    firstCall: (name, nth = 0) =>
      world.calls.filter((c) => c.name === name)[nth],
    session: undefined,
    registration: undefined,
    profile: {},
    invitations: [invitation("1", "DEMO2301")],
    members: [member("member-1", "小林", now())],
    operators: [
      operator("zhangsan", "张三", "OPERATOR"),
      operator("lisi", "李四", "OPERATOR"),
      operator("zhaomin", "赵敏", "OPERATOR"),
      operator("chenjing", "陈静", "ADMIN"),
    ],
    work: newWork(),
    life: newLife(),
    moving: newMoving(),
    own: newAccount(),
    bound: false,
    menus: {},
    media: [],
    faults: [],
    clock: { now: now(), real: now(), offset: "PT0S", callbacks: false },
    realname: { delayMillis: 300, next: [], byIdNumber: {}, fallback: "MATCH" },
    now,
    changed() {
      world.version += 1;
      bus.emit("event", "state", { version: world.version });
    },
    onWire(entry) {
      const full = {
        id: world.wire.length + 1,
        at: now(),
        millis: 12,
        status: 200,
        ...entry,
      };
      world.wire.push(full);
      bus.emit("event", "wire", full);
    },
  };
  return world;
}

export const BRANCH = {
  id: "2301",
  name: "数学学院2301团支部",
  path: "广东省 / 中山大学团委 / 数学学院团委",
};

export function invitation(id, code) {
  const expiresAt = new Date(Date.now() + 7 * 86400e3).toISOString();
  return {
    id,
    code,
    state: "READY",
    organisation: { id: BRANCH.id, name: BRANCH.name },
    carrier: "OA_TEMPORARY",
    title: null,
    expiresAt,
    scans: 0,
  };
}

function member(id, nickname, at) {
  const link = {
    text: "点此开始报到",
    href: "/i/DEMO2301",
    miniProgram: {
      appid: "wxmptuanwudemo",
      path: "pages/start/start?invite=DEMO2301&scan=token-1",
    },
  };
  const chat = [
    {
      id: `${id}-1`,
      at,
      from: "app",
      type: "text",
      text: "你好，数学学院2301团支部邀请你报到。点此开始报到，大约五分钟。",
      links: [link],
    },
  ];
  return {
    id,
    nickname,
    oaOpenid: `oa-${id}`,
    miniOpenid: `mp-${id}`,
    following: true,
    chat,
    notices: [],
    sms: [],
  };
}

function operator(userid, name, role) {
  return { userid, name, role, chat: [] };
}

export function reviewCard(userid, name) {
  return {
    taskId: `review-1-${userid}`,
    cardType: "button_interaction",
    title: "团员报到待审核",
    desc: BRANCH.name,
    subTitle: "请核对后处理，卡片里只显示脱敏资料。",
    rows: [
      { key: "姓名", value: `${[...name][0]}*` },
      { key: "证件", value: "4401**********1234" },
      { key: "入团年月", value: "2021-05" },
      { key: "实名认证", value: "通过" },
      { key: "提交时间", value: "11月21日 10:32" },
    ],
    selection: {
      questionKey: "reason",
      title: "退回原因",
      options: [
        { id: "WRONG_BRANCH", text: "不是本支部团员" },
        { id: "WRONG_NAME", text: "姓名与证件不符" },
        { id: "WRONG_NUMBER", text: "团员编号有误" },
      ],
      selectedId: "WRONG_BRANCH",
      disabled: false,
    },
    buttons: [
      { key: "approve", text: "同意", style: 1, type: 0, disabled: false },
      { key: "return", text: "退回", style: 2, type: 0, disabled: false },
    ],
    source: "团务",
    jumps: [],
    closed: false,
    raw: {},
  };
}
