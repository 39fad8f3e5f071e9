// Canned answers of /api/work for 李四, an operator. The trip to WeChat Work ends where it begins.
import { problem } from "./api.mjs";
import { QR_PNG } from "./qr.mjs";
import { BRANCH } from "./world.mjs";

const REASONS = [
  { code: "BRANCH_WRONG", text: "所在团支部选择有误", needsNote: false },
  { code: "IDENTITY_WRONG", text: "姓名或证件号码有误", needsNote: false },
  { code: "JOIN_MONTH_WRONG", text: "入团年月有误", needsNote: false },
  { code: "MEMBER_NUMBER_WRONG", text: "发展团员编号有误", needsNote: false },
  { code: "PROFILE_WRONG", text: "学历、职业等资料有误", needsNote: false },
  { code: "INCOMPLETE", text: "资料填写不完整", needsNote: false },
  { code: "NO_RECORD", text: "查无入团记录", needsNote: false },
  { code: "OTHER", text: "其他原因", needsNote: true },
];

export const CHECKS = {
  PASSED: check("PASSED", "通过", "姓名与证件号码核对一致。"),
  FAILED: check(
    "FAILED",
    "校验失败",
    "该团员实名认证校验失败，请前往 PC 网站处理，移动端不支持手动通过。",
  ),
  CHECKING: check(
    "CHECKING",
    "校验中",
    "该团员实名认证校验中，暂不能同意，请等待校验完成；急需处理请前往 PC 网站。",
  ),
};

export function newWork() {
  return {
    session: undefined,
    /** What the authorisation page sends back; a story may make it stale. */
    codes: [],
    refuses: undefined,
    lookOnly: false,
    tasks: [
      task("3", "林**", "PASSED", []),
      task("2", "欧***", "FAILED", ["入团时未满 14 周岁，请核对入团说明。"]),
      task("1", "赵*", "CHECKING", []),
    ],
  };
}

export const workApi = {
  "GET /api/work/sign-in": ({ work }) => {
    const number = work.codes.length + 1;
    work.codes.push(`code-${number}`);
    const [state, proof] = [`state${number}`, `proof-${number}`];
    const address = `/m/?code=code-${number}&state=${state}#wechat_redirect`;
    return [200, { address, state, proof }];
  },
  "POST /api/work/sessions": ({ work }, { body }) => {
    const number = body.code.replace("code-", "");
    if (body.state !== `state${number}` || body.proof !== `proof-${number}`)
      return problem(
        401,
        "WORK_STATE_INVALID",
        "登录没有完成，请重新打开页面。",
      );
    const refusal = work.refuses;
    work.refuses = undefined;
    if (refusal) return refusal;
    work.session = `work-${number}`;
    return [201, { session: work.session, staff: { name: "李四" } }];
  },
  "GET /api/work/home": known(({ work }) => {
    const waiting = work.tasks.filter((one) => one.state === "OPEN").length;
    return [
      200,
      {
        name: "李四",
        lookOnly: work.lookOnly,
        counts: { waiting, old: 1, approved: 4, returned: 1 },
        organisations: [
          {
            id: "1001",
            name: BRANCH.name,
            role: work.lookOnly ? "VIEWER" : "OPERATOR",
          },
        ],
      },
    ];
  }),
  "GET /api/work/reviews": known(({ work }, { query }) => {
    const before = Number(query.get("before") ?? 1e9);
    const kind = query.get("kind");
    const open = work.tasks.filter(
      (one) => one.state === "OPEN" && (!kind || one.kind === kind),
    );
    const rest = open.filter((one) => Number(one.id) < before);
    const items = rest.slice(0, 2);
    return [
      200,
      {
        name: "李四",
        counts: { waiting: open.length, approved: 4, returned: 1 },
        items: items.map(({ warnings, person, ...one }) => ({
          ...one,
          name: person.name,
          warned: warnings.length > 0,
        })),
        next: rest.length > 2 ? items[1].id : null,
      },
    ];
  }),
  "GET /api/work/reviews/(\\d+)": known(({ work }, { params: [id] }) => {
    const found = work.tasks.find((one) => one.id === id);
    return found ? [200, found] : unknown();
  }),
  "GET /api/work/reviews/(\\d+)/photos/(.+)": known(
    ({ work }, { params: [id, photo] }) => {
      const found = work.tasks.find((one) => one.id === id);
      return found?.photos.includes(photo) && !work.photosAway
        ? [200, QR_PNG, "image/png"]
        : unknown();
    },
  ),
  "GET /api/work/reviews/(\\d+)/form/(new|old)/pages/(\\d+)": known(
    ({ work }, { params: [id, which, page] }) => {
      const found = work.tasks.find((one) => one.id === id);
      const paper = found?.papers.find((one) => one.which === which);
      return paper && page <= paper.pages && !work.photosAway
        ? [200, QR_PNG, "image/png"]
        : problem(503, "FORM_STORAGE_DOWN", "文件存储暂时不可用，请稍后再查看。");
    },
  ),
  "POST /api/work/reviews/(\\d+)/decision": known(
    ({ work }, { params: [id], body }) => {
      const found = work.tasks.find((one) => one.id === id);
      if (!found) return unknown();
      if (found.state !== "OPEN")
        return problem(409, "ALREADY_DECIDED", found.decided.text);
      const { text } =
        found.reasons.find((one) => one.code === body.reason) ?? {};
      decide(found, "李四", body.decision, [text, body.note].filter(Boolean));
      return [200, found];
    },
  ),
};

export function decide(found, by, decision, reason = []) {
  const approved = decision === "APPROVE";
  found.state = approved ? "APPROVED" : "RETURNED";
  found.canApprove = found.canReturn = false;
  found.decided = {
    text: `已由 ${by} 于 10:32 ${approved ? "同意" : "退回"}`,
    by,
    at: new Date().toISOString(),
    reason: reason.join("：") || null,
  };
}

function known(handle) {
  return (world, call) =>
    call.session && call.session === world.work.session
      ? handle(world, call)
      : problem(401, "NOT_SIGNED_IN", "请先登录。");
}

function unknown() {
  return problem(
    404,
    "TASK_UNKNOWN",
    "没有找到这条审核任务，可能已不由您负责。",
  );
}

function task(id, name, state, warnings) {
  return {
    id,
    state: "OPEN",
    branch: BRANCH.name,
    person: {
      name,
      document: "440***********1234",
      phone: "138****0000",
      joinMonth: "2021-05",
    },
    realName: CHECKS[state],
    warnings,
    submittedAt: "2026-11-21T02:32:00Z",
    escalated: state === "FAILED",
    decided: null,
    canApprove: state === "PASSED",
    canReturn: true,
    reasons: REASONS,
    kind: "REGISTRATION",
    changes: [],
    evidence: null,
    photos: [],
    papers: [],
  };
}

/** One more in the list: a form that is to replace another. */
export function replacement(id) {
  const filedAt = "2026-11-21T02:32:00Z";
  return {
    ...task(id, "慕**", "PASSED", []),
    kind: "FORM",
    reasons: [
      { code: "PAGE_MISSING", text: "缺页", needsNote: false },
      { code: "STAMP_MISSING", text: "缺少印章", needsNote: false },
      { code: "OTHER", text: "其他原因", needsNote: true },
    ],
    papers: [
      { which: "new", edition: 2, pages: 2, filedBy: "张三", filedAt },
      { which: "old", edition: 1, pages: 1, filedBy: "王五", filedAt },
    ],
  };
}

/** One more in the list: a correction of the join month, with two pictures. */
export function correction(id) {
  return {
    ...task(id, "阿***", "FAILED", []),
    kind: "CORRECTION",
    canApprove: true,
    escalated: false,
    changes: [
      {
        field: "joinMonth",
        label: "入团年月",
        before: "2021-05",
        after: "2021-06",
      },
      {
        field: "name",
        label: "姓名",
        before: "𬱖·阿卜杜拉",
        after: "𬱖·阿卜杜拉·吐尔逊江·买买提明",
      },
    ],
    evidence: "入团志愿书上是 6 月，报到时看错了。\n姓名以户口簿为准。",
    photos: ["p1", "p2"],
  };
}

function check(state, label, text) {
  return { state, label, text };
}
