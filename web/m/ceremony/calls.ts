// The calls about ceremonies (入团仪式).
import { api, type Schemas, take } from "../door";

export type Ceremony = Schemas["Ceremony"];
export type Opened = Schemas["OpenedCeremony"];
export type Home = Schemas["WorkCeremonies"];
export type Wish = Schemas["CeremonyWish"];
export type Candidate = Schemas["OathCandidate"];

const at = (id: string) => ({ params: { path: { id } } });

export const list = (after?: string) =>
  take(
    api.GET("/api/work/ceremonies", {
      params: { query: after ? { after } : {} },
    }),
  );

export const open = (id: string) =>
  take(api.GET("/api/work/ceremonies/{id}", at(id)));

export const members = (organisation: string, name: string, after?: string) =>
  take(
    api.POST("/api/work/ceremonies/members", {
      params: { query: after ? { after } : {} },
      body: { organisation, ...(name && { name }) },
    }),
  );

export const missingOf = (organisation: string, year: number, after?: string) =>
  take(
    api.POST("/api/work/ceremonies/members", {
      params: { query: after ? { after } : {} },
      body: { organisation, year },
    }),
  );

/** Sent again with the same key it is recorded once. */
export const record = (body: Wish, key: string, id?: string) => {
  const headers = { "Idempotency-Key": key };
  return take(
    id
      ? api.PUT("/api/work/ceremonies/{id}", { ...at(id), body, headers })
      : api.POST("/api/work/ceremonies", { body, headers }),
  );
};

export const remove = (id: string, version: number) =>
  take(
    api.POST("/api/work/ceremonies/{id}/delete", {
      ...at(id),
      body: { version },
    }),
  );

export const keep = (file: File) =>
  take(
    api.POST("/api/work/ceremonies/photos", {
      body: file as unknown as string,
      bodySerializer: (body) => body,
      headers: { "content-type": "application/octet-stream" },
    }),
  );

/** The address of a picture in this window; only the session opens it. */
export async function picture(
  id: string,
  photo: string,
  size: "small" | "full",
): Promise<string> {
  const params = { path: { id, photo }, query: { size } };
  const kept = (await take(
    api.GET("/api/work/ceremonies/{id}/photos/{photo}", {
      params,
      parseAs: "blob",
    }),
  )) as unknown as Blob;
  return URL.createObjectURL(kept);
}
