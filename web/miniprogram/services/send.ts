import { API_BASE } from "../config";
import { memory } from "./storage";
import { fromResponse, offline } from "./trouble";

type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Outgoing {
  method: Method;
  path: string;
  body?: unknown;
  /** Of a body that is not JSON. */
  type?: string;
  /** Names the user's action, so that sending it twice has one effect. */
  key?: string;
  /** Of someone who is not signed in: names a request of theirs. */
  ticket?: string;
  /** A refused session is the caller's to handle. */
  keepOn401?: boolean;
}

const RETRY_AFTER_MILLIS = [400, 1500];
const TIMEOUT_MILLIS = 15_000;

/** Sends a request, again when the network failed, and gives what the server answered. */
export async function send<T>(outgoing: Outgoing): Promise<T> {
  const { statusCode, data } = await persist(outgoing);
  if (statusCode < 400) return data as T;
  if (statusCode === 401 && !outgoing.keepOn401) signInAgain();
  throw fromResponse(statusCode, data);
}

export function get<T>(path: string): Promise<T> {
  return send<T>({ method: "GET", path });
}

async function persist(outgoing: Outgoing) {
  for (const pause of RETRY_AFTER_MILLIS) {
    const answer = await once(outgoing);
    if (answer) return answer;
    await new Promise((wake) => setTimeout(wake, pause));
  }
  const answer = await once(outgoing);
  if (!answer) throw offline();
  return answer;
}

/** One try; nothing when no answer came. */
function once({ method, path, body, type, key, ticket }: Outgoing) {
  const header: Record<string, string> = {};
  if (memory.session.get()) header["X-Session"] = memory.session.get();
  if (key) header["Idempotency-Key"] = key;
  if (ticket) header["X-Ticket"] = ticket;
  if (type) header["content-type"] = type;
  return new Promise<{ statusCode: number; data: unknown } | undefined>(
    (settle) =>
      wx.request({
        url: API_BASE + path,
        method,
        header,
        timeout: TIMEOUT_MILLIS,
        ...(body === undefined ? {} : { data: body as object }),
        success: ({ statusCode, data }) => settle({ statusCode, data }),
        fail: () => settle(undefined),
      }),
  );
}

/** An ended session leads to the login page. */
export function signInAgain(): void {
  memory.session.clear();
  wx.reLaunch({ url: "/pages/login/login?again=1" });
}
