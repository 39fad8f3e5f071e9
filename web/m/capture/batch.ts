// The calls about collected pages.
import { api, type Schemas, take } from "../door";

export type Batch = Schemas["Batch"];
export type Page = Schemas["BatchPage"];

export const MOST_PAGES = 30;

const at = (id: string) => ({ params: { path: { id } } });

export const find = (id: string) =>
  take(api.GET("/api/work/captures/{id}", at(id)));

export const begin = (registrationId?: string) =>
  take(api.POST("/api/work/captures", { body: { registrationId } }));

export const choose = (id: string, member: string) =>
  take(
    api.PUT("/api/work/captures/{id}/member", { ...at(id), body: { member } }),
  );

export const order = (id: string, pages: string[]) =>
  take(
    api.PUT("/api/work/captures/{id}/order", { ...at(id), body: { pages } }),
  );

export const turn = (id: string, page: string) =>
  take(
    api.POST("/api/work/captures/{id}/pages/{page}/turn", {
      params: { path: { id, page } },
    }),
  );

export const takeOut = (id: string, page: string) =>
  take(
    api.DELETE("/api/work/captures/{id}/pages/{page}", {
      params: { path: { id, page } },
    }),
  );

export const submit = (id: string) =>
  take(api.POST("/api/work/captures/{id}/submit", at(id)));

export const drop = (id: string) =>
  take(api.DELETE("/api/work/captures/{id}", at(id)));

export const addMedia = (id: string, media: string[], replaces?: string) =>
  take(
    api.POST("/api/work/captures/{id}/media", {
      ...at(id),
      body: { media, replaces },
    }),
  );

export const addFile = (batch: string, file: File, replaces?: string) =>
  take(
    api.POST("/api/work/captures/photos", {
      params: { query: { batch, replaces } },
      body: file as unknown as string,
      bodySerializer: (body) => body,
      headers: { "content-type": "application/octet-stream" },
    }),
  );

/** The address of a page's picture in this window; only the session opens it. */
export async function picture(
  id: string,
  page: string,
  size: "small" | "full",
): Promise<string> {
  const params = { path: { id, page }, query: { size } };
  const kept = (await take(
    api.GET("/api/work/captures/{id}/pages/{page}/picture", {
      params,
      parseAs: "blob",
    }),
  )) as unknown as Blob;
  return URL.createObjectURL(kept);
}

/** Why it can't be submitted yet, in a sentence; empty when it can. */
export function hindrance(batch: Batch): string {
  const { pages } = batch;
  if (!pages.length) return "还没有照片";
  const bad = pages.flatMap((page, i) =>
    page.state === "REFUSED" || page.state === "LOST" ? [i + 1] : [],
  );
  if (bad.length) return `第 ${bad.join("、")} 页须重拍`;
  if (pages.some((page) => page.state === "WAITING")) return "照片还在处理";
  return batch.whose ? "" : "还没有选择团员";
}
