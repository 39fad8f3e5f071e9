// Talking to /api/work, typed by the description of the API. The session lives as long as the page: a new one is a silent
// trip to WeChat Work away.
import createClient, { type Middleware } from "openapi-fetch";
import { shallowRef } from "vue";
import type { components, paths } from "../generated/api";

export type Schemas = components["schemas"];
type Problem = Schemas["Problem"];

export const session = shallowRef<string>();

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
}

const papers: Middleware = {
  onRequest({ request }) {
    if (session.value) request.headers.set("X-Session", session.value);
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

/** The answer of a call; what was refused is thrown. A session that ended begins the trip anew. */
export async function take<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const asked = session.value;
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  const problem = (error ?? {}) as Partial<Problem>;
  const ended = response.status === 401 && problem.code === "NOT_SIGNED_IN";
  // A late answer to the session before says nothing about this one.
  if (ended && session.value === asked) session.value = undefined;
  throw new Refusal(response.status, problem);
}

/** The address of a picture in this window; only the session opens it. */
export async function picture(id: string, photo: string): Promise<string> {
  const params = { path: { id, photo } };
  const kept = (await take(
    api.GET("/api/work/reviews/{id}/photos/{photo}", {
      params,
      parseAs: "blob",
    }),
  )) as unknown as Blob;
  return URL.createObjectURL(kept);
}

/** The address of one page of a form under review, watermarked for whoever looks. */
export async function pageOfForm(
  id: string,
  which: Schemas["ReviewPaper"]["which"],
  page: number,
): Promise<string> {
  const params = { path: { id, which, page: String(page) } };
  const kept = (await take(
    api.GET("/api/work/reviews/{id}/form/{which}/pages/{page}", {
      params,
      parseAs: "blob",
    }),
  )) as unknown as Blob;
  return URL.createObjectURL(kept);
}

/** crypto.randomUUID exists only on https and localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}
