// Canned answers about a member's daily life: what was told, what is changed after the approval, pictures.
import { problem, registration, me, signedInOnly } from "./api.mjs";
import { QR_PNG as PNG } from "./qr.mjs";
import { regionsWithin } from "./regions.mjs";

const REVIEWED = new Set(["income", "politicalStatus", "cadre", "duty"]);
const LABELS = {
  income: "收入档",
  politicalStatus: "政治面貌",
  cadre: "团干部",
  duty: "团内职务",
  name: "姓名",
  joinMonth: "入团年月",
};
const WORDS = { "01": "中共党员", "03": "共青团员" };

export function newLife() {
  return { photos: [], messages: told(), readTo: 0, faqAway: false };
}

export const memberApi = {
  "GET /api/codes/regions": (world, { query }) => [
    200,
    { items: regionsWithin(query.get("within") ?? "") },
  ],
  "POST /api/registration/check": signedInOnly((world, { body }) => [
    200,
    judge(world, body),
  ]),
  "GET /api/me/history": signedInOnly((world) => [200, history(world)]),
  "GET /api/me/messages": signedInOnly(({ life }, { query }) => {
    const before = Number(query.get("before") ?? 1e9);
    const rest = life.messages.filter(({ id }) => Number(id) < before);
    const items = rest.slice(0, 3).map((one) => ({
      ...one,
      unread: Number(one.id) > life.readTo,
    }));
    const unread = life.messages.filter(({ id }) => Number(id) > life.readTo);
    const next = rest.length > 3 ? items[2].id : null;
    return [200, { unread: unread.length, items, next }];
  }),
  "POST /api/me/messages/read": signedInOnly(({ life }, { body }) => {
    life.readTo = Number(body.upTo);
    return [200, { unread: 0 }];
  }),
  "GET /api/faq": ({ life }) =>
    life.faqAway
      ? problem(503, "UNAVAILABLE", "服务暂时不可用")
      : [
          200,
          {
            items: [
              { keyword: "撤回", answer: "审核完成之前可以点“撤回报到”。" },
              { keyword: "编号", answer: "在入团志愿书上可以找到。" },
            ],
          },
        ],
  "GET /api/registration/card.png": signedInOnly((world) =>
    world.registration?.state === "APPROVED"
      ? [200, PNG, "image/png"]
      : problem(409, "NOT_APPROVED", "支部审核通过后才能查看电子团员证。"),
  ),
  "POST /api/registration/photos": signedInOnly(({ life }) => {
    life.photos.push(`photo-${life.photos.length + 1}`);
    return [201, { id: life.photos.at(-1) }];
  }),
  "POST /api/registration/edits": signedInOnly((world, { body }) => {
    if (body.email === "taken@example.org")
      return problem(422, "INVALID", "有内容需要修改", [
        { field: "email", code: "EMAIL_INVALID", message: "邮箱格式不正确。" },
      ]);
    const waits = Object.keys(body).filter((field) => REVIEWED.has(field));
    if (waits.length) open(world, "EDIT", waits, body);
    for (const field of Object.keys(body))
      if (!REVIEWED.has(field)) world.profile[field] = body[field];
    return [200, me(world)];
  }),
  "POST /api/registration/corrections": signedInOnly((world, { body }) => {
    open(world, "CORRECTION", Object.keys(body.changes), body.changes);
    return [200, me(world)];
  }),
  "POST /api/registration/edits/withdraw": signedInOnly((world) => {
    world.registration = registration("APPROVED");
    return [200, me(world)];
  }),
};

/** The branch gives the waiting change back. */
export function sendBackEdit(world) {
  const { edit } = world.registration;
  const at = world.now();
  world.registration.state = "EDIT_RETURNED";
  world.registration.next =
    "张三 于 10:32 退回了您的资料修改，原因：请附上证明。原资料不变，您可以修改后重新提交，或撤回不再修改。";
  edit.state = "RETURNED";
  edit.returned = { reason: "请附上证明", at, by: "张三" };
}

function open(world, kind, fields, wish) {
  const label = kind === "EDIT" ? "资料修改" : "资料更正";
  const words = (value) => WORDS[value] ?? (String(value) || "未填");
  world.registration = {
    ...registration("EDIT_PENDING"),
    next: `您的${label}已于 10:32 提交，由 张三、李四 审核，结果会通知您；审核前原资料不变，如有变化可以撤回。`,
    edit: {
      id: "e1",
      kind,
      label,
      state: "PENDING",
      changes: fields.map((field) => ({
        field,
        label: LABELS[field] ?? field,
        before: words(world.profile[field] ?? ""),
        after: words(wish[field]),
      })),
      submittedAt: world.now(),
      returned: null,
    },
  };
}

function judge(world, profile) {
  const errors = [];
  const warnings = [];
  const fault = (field, code, message) => errors.push({ field, code, message });
  if (profile.documentNumber === "110105200505060020")
    fault(
      "documentNumber",
      "DOCUMENT_TAKEN",
      "该证件号码已由手机号 139****1111 报到，请用原手机号登录；如已换号请联系团支部办理换绑。",
    );
  if (profile.memberNumber === "202144999999")
    fault("memberNumber", "MEMBER_NUMBER_TAKEN", "这个编号已被使用，请核对入团志愿书");
  if (profile.joinMonth >= "2017-01" && !profile.memberNumber)
    fault(
      "memberNumber",
      "MEMBER_NUMBER_REQUIRED",
      "2021 年入团须填写发展团员编号，见入团志愿书右上角。",
    );
  if (profile.joinMonth === "2017-06") {
    if (!profile.joinAgeNote)
      fault(
        "joinAgeNote",
        "JOIN_AGE_NOTE_REQUIRED",
        "入团时未满 14 周岁，请说明情况，供支部审核。",
      );
    warnings.push({
      field: "joinMonth",
      code: "JOINED_UNDER_14",
      message: "入团时未满 14 周岁，请核对入团说明。",
    });
  }
  if (/^\d{4}(?!44)\d{8}$/.test(profile.memberNumber ?? ""))
    warnings.push({
      field: "memberNumber",
      code: "NUMBER_OTHER_PROVINCE",
      message: "发展团员编号第 5、6 位不是本省代码，请对照入团志愿书核对。",
    });
  return { errors, warnings };
}

function history({ registration: mine }) {
  const at = "2026-11-21T02:32:00Z";
  if (!mine) return { now: null, items: [] };
  const inHand = mine.state !== "PENDING" && mine.state !== "EDIT_PENDING";
  return {
    now: {
      state: mine.state,
      holder: inHand ? "您" : "张三、李四",
      since: at,
      next: mine.next,
    },
    items: [
      line(at, "APPROVED", "报到通过", "张三", null),
      line(at, "SUBMITTED", "提交报到", "您", "数学学院2301团支部"),
      line(at, "RETURNED", "报到被退回", "张三", "团员编号有误"),
      line(at, "SUBMITTED", "提交报到", "您", "数学学院2301团支部"),
    ],
  };
}

function line(at, what, label, by, note) {
  return { at, what, label, by, note };
}

function told() {
  const at = "2026-11-21T02:32:00Z";
  const message = (id, what, title, text) => ({ id, at, what, title, text });
  return [
    message("4", "APPROVED", "报到通过", "张三 审核通过了您的报到。"),
    message("3", "RETURNED", "报到被退回", "张三 退回了您的报到，原因：团员编号有误。"),
    message("2", "RETURNED", "报到被退回", "李四 退回了您的报到，原因：入团年月有误。"),
    message("1", "RETURNED", "报到被退回", "李四 退回了您的报到，原因：其他原因。"),
  ];
}
