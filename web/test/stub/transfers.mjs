// Canned answers about transfers: one member, two targets, whatever stands in the way.
import { problem, signedInOnly } from "./api.mjs";

const AT = "2026-11-21T02:32:00Z";
const FROM = { id: "2301", name: "数学学院2301团支部" };
const ABOVE = { id: "23", name: "共青团中山大学数学学院委员会" };
export const TARGET = {
  id: "1101",
  name: "海湾理工大学材料科学与工程学院新能源材料2026级硕士研究生第一团支部",
  path: "海湾理工大学团委 / 材料学院团委 / 材料硕2601团支部",
  label: "团支部",
  branch: true,
  code: "4401020001-66",
};
const COMMITTEE = {
  id: "101",
  name: "共青团海湾理工大学材料科学与工程学院委员会",
  path: "海湾理工大学团委 / 材料学院团委",
  label: "团委",
  branch: false,
  code: "440102-11",
};
const TARGETS = [COMMITTEE, TARGET];
const KINDS = { INSIDE: "省内转接", OUTSIDE: "转往省外", ORIGIN: "退回原籍" };
const REASONS = { WORK: "工作", STUDY: "学习", OTHER: "其他" };
const LABELS = {
  OPEN: "办理中",
  DONE: "已完成",
  RETURNED: "已退回",
  WITHDRAWN: "已撤回",
  EXPIRED: "已过期",
};

export function newMoving() {
  return { transfers: [], blockers: [] };
}

export const transferApi = {
  "GET /api/me/transfers": signedInOnly(({ moving }) => [
    200,
    { items: moving.transfers },
  ]),
  "POST /api/me/transfers/check": signedInOnly(({ moving }, { body }) => {
    const faults = [...moving.blockers];
    if (body.targetId === FROM.id)
      faults.push({
        code: "TRANSFER_SAME_BRANCH",
        field: "targetId",
        message: "已在这个团支部，无需转接。",
      });
    if (!body.kind)
      faults.push({ code: "REQUIRED", field: "kind", message: "请选择转接类型。" });
    const asked = nodesOf(body.kind).map(({ organisation }) => organisation.name);
    return [200, { blockers: faults, asked }];
  }),
  "POST /api/me/transfers": signedInOnly(({ moving }, { body }) => {
    if (moving.late)
      return problem(409, "TRANSFER_MOVED_ON", "这项转接的状态已变化，请以最新状态为准。");
    moving.transfers.unshift(transfer("OPEN", body));
    return [201, moving.transfers[0]];
  }),
  "POST /api/me/transfers/([^/]+)/withdraw": signedInOnly(
    ({ moving }, { body }) => {
      if (moving.quicker) {
        moving.transfers[0] = moving.quicker;
        return problem(409, "TRANSFER_MOVED_ON", "这项转接的状态已变化，请以最新状态为准。");
      }
      moving.transfers[0] = {
        ...transfer("WITHDRAWN"),
        endWords: body.reason,
        next: `已于 2026年11月21日 10:32 由发起方撤回，原因：${body.reason}。团员仍在${FROM.name}。`,
      };
      return [200, moving.transfers[0]];
    },
  ),
  "POST /api/me/transfers/([^/]+)/appeal": signedInOnly(
    ({ moving }, { body }) => {
      if (body.words.length < 5)
        return problem(422, "APPEAL_WORDS", "请写明申诉理由。", [
          { field: "words", code: "APPEAL_WORDS", message: "请写明申诉理由，最多 300 个字。" },
        ]);
      Object.assign(moving.transfers[0], {
        canAppeal: false,
        appeal: {
          ...{ state: "OPEN", label: "处理中", at: AT },
          ...{ decidedAt: null, decidedBy: null, note: null },
          words: body.words,
          pictures: body.photos,
        },
      });
      return [200, moving.transfers[0]];
    },
  ),
  "GET /api/me/transfers/([^/]+)/letter.pdf": signedInOnly(() => [
    200,
    Buffer.from("%PDF-1.4"),
    "application/pdf",
  ]),
  "GET /api/transfer-targets": (_world, { query }) => [
    200,
    { items: TARGETS.filter(({ name }) => name.includes(query.get("q"))) },
  ],
  "GET /api/transfer-targets/([^/]+)": (_world, { params: [code] }) => {
    const found = TARGETS.find((one) => one.code === code);
    return found
      ? [200, found]
      : problem(
          404,
          "TRANSFER_CODE_UNKNOWN",
          "这不是有效的转入二维码，或对应的团组织已撤销。请核对后再扫，也可以按名称查找。",
        );
  },
};

function nodesOf(kind) {
  const out = [
    node(1, "OUT_BRANCH", "转出团支部", FROM),
    node(2, "OUT_SUPERIOR", "转出上级", ABOVE),
  ];
  return kind === "OUTSIDE"
    ? out
    : [
        ...out,
        node(3, "IN_BRANCH", "转入团支部", TARGET),
        node(4, "IN_SUPERIOR", "转入上级", COMMITTEE),
      ];
}

function node(no, role, label, { id, name }) {
  return {
    ...{ no, role, label, organisation: { id, name } },
    ...{ state: no === 1 ? "CURRENT" : "AHEAD", assigns: false },
    ...{ openedAt: no === 1 ? AT : null, decidedAt: null },
    ...{ decidedBy: null, note: null },
  };
}

/** A transfer in that state, at its second node. */
export function transfer(state, wish = {}) {
  const { kind = "INSIDE", reason = "WORK" } = wish;
  const nodes = nodesOf(kind);
  const over = state !== "OPEN";
  if (over) {
    decide(nodes[0], "AGREED", "张三");
    if (state === "DONE")
      nodes.slice(1).forEach((one) => decide(one, "AGREED", "陈静"));
    else nodes[1].state = "CURRENT";
    if (state === "RETURNED")
      decide(nodes[1], "RETURNED", "陈静", "请先交清团费，再重新发起");
  }
  return {
    id: "t1",
    kind,
    kindLabel: KINDS[kind],
    reason,
    reasonLabel: REASONS[reason],
    words: wish.words || null,
    unit: wish.unit || null,
    from: FROM,
    target: kind === "OUTSIDE" ? null : TARGET,
    place: wish.place ?? null,
    to: kind === "OUTSIDE" ? null : TARGET,
    state,
    label: LABELS[state],
    canWithdraw: !over,
    canAppeal: state === "RETURNED",
    startedAt: AT,
    started: { side: "MEMBER", name: "本人" },
    expiresAt: "2026-12-21T02:32:00Z",
    endedAt: over ? AT : null,
    endedBy: null,
    endWords: state === "RETURNED" ? nodes[1].note : null,
    nodes,
    next: NEXT[state],
    appeal: null,
    letter: null,
  };
}

function decide(one, state, decidedBy, note = null) {
  Object.assign(one, { state, decidedBy, note, openedAt: AT, decidedAt: AT });
}

const NEXT = {
  OPEN: `已转到转出团支部 ${FROM.name}，等待审核，同意后转到转出上级 ${ABOVE.name}；2026年12月21日前没有办结会自动失效。`,
  DONE: `已于 2026年11月21日 10:32 转入${TARGET.name}，团员编号不变，志愿书随之转接。`,
  RETURNED: `转出上级 ${ABOVE.name}（陈静） 于 2026年11月21日 10:32 退回，原因：请先交清团费，再重新发起。团员仍在${FROM.name}。`,
  WITHDRAWN: "",
  EXPIRED: `超过 30 天没有办结，已自动失效。团员仍在${FROM.name}。仍要转接请重新发起。`,
};
