// Talking to /api/work. The session lives as long as the page: a new one is a silent trip to WeChat Work away.
import { shallowRef } from "vue";
import type { Problem } from "../shared/api";

export const session = shallowRef<string>();

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? "服务暂时不可用，请稍后再试。");
  }

  get code(): string {
    return this.problem.code ?? "";
  }
}

export async function ask<T>(
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  key = newKey(),
): Promise<T> {
  const response = await fetch(`/api/work${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(session.value ? { "X-Session": session.value } : {}),
      ...(method === "POST" ? { "Idempotency-Key": key } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error("网络不通，请检查网络后再试。");
  });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as Problem;
  if (response.status === 401 && problem.code === "NOT_SIGNED_IN")
    session.value = undefined;
  throw new Refusal(response.status, problem);
}

/** The address of a picture in this window; only the session opens it. */
export async function picture(path: string): Promise<string> {
  const response = await fetch(`/api/work${path}`, {
    headers: session.value ? { "X-Session": session.value } : {},
  }).catch(() => undefined);
  if (!response?.ok) throw new Error("照片没有加载出来。");
  return URL.createObjectURL(await response.blob());
}

/** crypto.randomUUID exists only on https and localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}
