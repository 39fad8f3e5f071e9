// Talking to /api. Paths, bodies and answers are typed by the description of the API.
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "../generated/api";
import { forget, kept } from "./session";

type Problem = components["schemas"]["Problem"];

/** What the server refused, or that it could not be reached, in words for people. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(problem.detail ?? "服务暂时不可用，请稍后再试。");
  }

  get code(): string {
    return this.problem.code ?? "";
  }

  /** The sentence beside a field, if there is one. */
  at(field: string): string | undefined {
    return this.problem.errors?.find((error) => error.field === field)?.message;
  }
}

const papers: Middleware = {
  onRequest({ request }) {
    if (kept.value) request.headers.set("X-Session", kept.value.session);
    const keyed = request.headers.has("Idempotency-Key");
    if (request.method !== "GET" && !keyed)
      request.headers.set("Idempotency-Key", newKey());
    return request;
  },
};

export const api = createClient<paths>({
  fetch: (request) =>
    fetch(request).catch(() => {
      throw new Error("网络不通，请检查网络后再试。");
    }),
});
api.use(papers);

/** The answer of a call; what was refused is thrown. A session that ended leads back to signing in. */
export async function take<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const asked = kept.value?.session;
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  const problem = (error ?? {}) as Partial<Problem>;
  const ended = response.status === 401 && problem.code === "NOT_SIGNED_IN";
  // A late answer to the session before says nothing about this one.
  if (ended && kept.value?.session === asked) forget();
  throw new Refusal(response.status, problem);
}

/** For one deed: sent again with the same key it happens once. crypto.randomUUID exists only on https and localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

/** Gives the browser a file to save. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), {
    href: address,
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The picture of an invitation's code. */
export function codeOf(id: string): Promise<Blob> {
  const params = { path: { id } };
  return take(
    api.GET("/api/console/invitations/{id}/qr.png", { params, parseAs: "blob" }),
  ) as Promise<Blob>;
}
