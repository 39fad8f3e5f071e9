// What a thumb does, through the sandbox's actor API.
import type {
  Card,
  ClockTurn,
  Fault,
  PlatformClock,
  RealNamePlan,
} from "./shapes";

export async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const form = body instanceof FormData;
  const response = await fetch(`/sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(form ? {} : { headers: { "content-type": "application/json" } }),
  });
  if (!response.ok) throw new Error(`${path}：${response.status}`);
  const text = await response.text();
  return (text ? JSON.parse(text) : {}) as T;
}

const member = (id: string) => `/members/${encodeURIComponent(id)}`;
const operator = (id: string) => `/operators/${encodeURIComponent(id)}`;

/** The address that opens a page as this operator's phone does. */
export const operatorPage = (id: string, url: string) =>
  `/sandbox${operator(id)}/open?url=${encodeURIComponent(url)}`;

export interface Scanned {
  content?: string;
  action:
    | "SUBSCRIBED"
    | "SCANNED"
    | "OPENED_URL"
    | "OPENED_PROGRAM"
    | "NOT_A_CODE"
    | "EXPIRED";
  delivered?: boolean;
}

export interface Clicked {
  delivered: boolean;
  attempts: number;
  status: number;
  /** Why the tap had no effect, in a sentence. */
  problem?: string | null;
  card?: Card;
}

/** A photograph of a form, for whoever has no paper at hand. */
export interface Sample {
  name: string;
  title: string;
  good: boolean;
}

export const actors = {
  samples: () => ask<{ items: Sample[] }>("GET", "/samples"),
  operatorSendsSamples: (id: string, samples: string[]) =>
    ask<{ delivered: boolean }>("POST", `${operator(id)}/pictures`, {
      samples,
    }),
  operatorSendsPictures(id: string, files: File[]) {
    const form = new FormData();
    files.forEach((file) => form.append("image", file, file.name));
    return ask<{ delivered: boolean }>(
      "POST",
      `${operator(id)}/pictures`,
      form,
    );
  },
  newMember: () => ask<{ id: string }>("POST", "/members", {}),
  scan(id: string, image: Blob) {
    const form = new FormData();
    form.append("image", image, "qr.png");
    return ask<Scanned>("POST", `${member(id)}/scan`, form);
  },
  follow: (id: string, yes: boolean) =>
    ask("POST", `${member(id)}/${yes ? "follow" : "unfollow"}`, {}),
  write: (id: string, text: string) =>
    ask("POST", `${member(id)}/messages`, { text }),
  tapMenu: (id: string, key: string) =>
    ask("POST", `${member(id)}/menu`, { key }),
  operatorTapsMenu: (id: string, key: string) =>
    ask("POST", `${operator(id)}/menu`, { key }),
  operatorWrites: (id: string, text: string) =>
    ask("POST", `${operator(id)}/messages`, { text }),
  click(
    id: string,
    taskId: string,
    key: string,
    selected: Record<string, string[]>,
  ) {
    const path = `${operator(id)}/cards/${encodeURIComponent(taskId)}/click`;
    return ask<Clicked>("POST", path, { key, selected });
  },
  planRealName: (plan: Partial<RealNamePlan>) =>
    ask<RealNamePlan>("PUT", "/realname", plan),
  /** The platform asks the bot to prove its callback address. */
  proveAddress: (channel: "wecom" | "oa") =>
    ask<{ accepted: boolean; problem: string | null }>(
      "POST",
      `/callbacks/${channel}/verify`,
    ),
  setFaults: (faults: Fault[]) => ask("PUT", "/faults", faults),
  turnClock: (turn: ClockTurn) => ask<PlatformClock>("PUT", "/clock", turn),
};
