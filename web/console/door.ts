// Talking to /api/console, and where the console keeps its session.
import type { Problem } from "../shared/api";

const KEY = "tuanwu.console";

interface Kept {
  session: string;
  login: string;
  organisation: string;
}

export const keptSession = {
  get(): Kept | undefined {
    const text = sessionStorage.getItem(KEY);
    return text ? (JSON.parse(text) as Kept) : undefined;
  },
  set(kept: Kept): void {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  },
  clear(): void {
    sessionStorage.removeItem(KEY);
  },
};

export class ConsoleRefusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? "服务暂时不可用，请稍后再试");
  }
}

export async function askConsole<T>(
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await callConsole(method, path, body);
  return (await response.json()) as T;
}

export async function fetchQr(id: string): Promise<Blob> {
  return (await callConsole("GET", `/invitations/${id}/qr.png`)).blob();
}

async function callConsole(method: string, path: string, body?: unknown) {
  const session = keptSession.get()?.session;
  const response = await fetch(`/api/console${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(session ? { "X-Session": session } : {}),
      ...(method === "POST" ? { "Idempotency-Key": newKey() } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error("网络不通，请检查网络后再试");
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as Problem;
  throw new ConsoleRefusal(response.status, problem);
}

/** crypto.randomUUID exists only on https and localhost. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}
