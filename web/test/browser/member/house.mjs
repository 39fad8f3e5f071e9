// The running house, asked over HTTP: what happens outside the member's phone.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { sessionOf } from "../gate.mjs";

export function houseAt(url) {
  const ask = async (method, path, body, headers = {}) => {
    const raw = body instanceof FormData;
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(raw ? {} : { "Content-Type": "application/json" }),
        "Idempotency-Key": randomUUID(),
        ...headers,
      },
      body: body && (raw ? body : JSON.stringify(body)),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    const json = answer.headers.get("content-type")?.includes("json");
    return json ? answer.json() : answer.arrayBuffer();
  };
  return { url, ask, ...platforms(ask), invite: () => invite(ask, url) };
}

function platforms(ask) {
  const state = () => ask("GET", "/sandbox/state");
  const operator = async (userid) =>
    (await state()).operators.find((one) => one.userid === userid);
  return {
    operator,
    async newMember(nickname) {
      return (await ask("POST", "/sandbox/members", { nickname })).id;
    },
    /** As somebody who keeps WeChat's box ticked: so many notices more may come. */
    async acceptPushes(member, times) {
      const path = `/sandbox/members/${member}/subscriptions`;
      for (let left = times; left > 0; left--)
        await ask("POST", path, { templateIds: ["tmpl-registration-result"], accept: true });
    },
    /** What the mini-program's notices said, oldest first. */
    async notices(member) {
      const { members } = await state();
      const { notices } = members.find(({ id }) => id === member);
      return notices.map(({ fields }) => fields.map(({ value }) => value).join(" "));
    },
    /** Scans a printed code; gives the mini-program's page that the answer links to. */
    async scan(member, png) {
      const form = new FormData();
      form.append("image", new Blob([png], { type: "image/png" }), "qr.png");
      await ask("POST", `/sandbox/members/${member}/scan`, form);
      return until(async () => {
        const { members } = await state();
        const { chat } = members.find(({ id }) => id === member);
        const links = chat.flatMap((message) => message.links ?? []);
        return links.find((link) => link.miniProgram)?.miniProgram.path;
      });
    },
    smsCode: (phone) =>
      until(async () => {
        const { messages } = await ask("GET", `/sandbox/sms?phone=${phone}`);
        return messages.map(({ text }) => /\d{6}/.exec(text)?.[0]).pop();
      }),
    /** The open card about somebody on an operator's phone. */
    card: (userid, words) =>
      until(async () => {
        const cards = (await operator(userid)).chat
          .map((message) => message.card)
          .filter((card) => card && !card.closed && !card.replaceName);
        return cards.filter((one) => written(one).includes(words)).pop();
      }),
    async tap(userid, { taskId, selection }, key, option) {
      const selected = option ? { [selection.questionKey]: [option] } : {};
      const path = `/sandbox/operators/${userid}/cards/${taskId}/click`;
      return ask("POST", path, { key, selected });
    },
  };
}

/** An invitation's printed code. */
async function invite(ask, url) {
  const session = await sessionOf(ask, url, "sx-tuanwei");
  const as = { "X-Session": session };
  const { items } = await ask("GET", "/api/console/branches", undefined, as);
  const branch = items.find(({ name }) => name.includes("2301"));
  const made = await ask(
    "POST",
    "/api/console/invitations",
    { organisationId: branch.id, days: 7, carrier: "OA_TEMPORARY" },
    as,
  );
  const path = `/api/console/invitations/${made.id}`;
  await until(
    async () =>
      (await ask("GET", path, undefined, as)).state === "READY" || undefined,
  );
  return ask("GET", `${path}/qr.png`, undefined, as);
}

function written({ rows, title, desc, subTitle }) {
  const values = (rows ?? []).map(({ value }) => value);
  return [title, desc, subTitle, ...values].join(" ");
}

/** Asks until there is an answer. */
export async function until(question, millis = 20_000) {
  const end = Date.now() + millis;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    assert.ok(Date.now() < end, `no answer to ${question}`);
    await new Promise((wake) => setTimeout(wake, 150));
  }
}
