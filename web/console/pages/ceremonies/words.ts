import type { components } from "../../../generated/api";
import { api, take } from "../../door";

type Schemas = components["schemas"];
export type Ceremony = Schemas["Ceremony"];
export type Candidate = Schemas["OathCandidate"];
export type Count = Schemas["CeremonyCount"];
export type Opened = Schemas["OpenedCeremony"];
export type Wish = Schemas["CeremonyWish"];

export const open = (id: string) => take(api.GET("/api/console/ceremonies/{id}", { params: { path: { id } } }));

/** The address of a picture in this window; only the session opens it. */
export async function picture(id: string, photo: string, size: "small" | "full"): Promise<string> {
  const params = { path: { id, photo }, query: { size } };
  const kept = (await take(
    api.GET("/api/console/ceremonies/{id}/photos/{photo}", { params, parseAs: "blob" }),
  )) as unknown as Blob;
  return URL.createObjectURL(kept);
}

export const keep = (file: File) =>
  take(
    api.POST("/api/console/ceremonies/photos", {
      body: file as unknown as string,
      bodySerializer: (body) => body,
      headers: { "content-type": "application/octet-stream" },
    }),
  );
