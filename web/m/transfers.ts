import { api, type Schemas, take } from "./door";

type Passage = Schemas["Passage"];
export type Wish = Schemas["TransferWish"];

export const REASONS: Record<Wish["reason"], string> = {
  WORK: "工作",
  STUDY: "学习",
  OTHER: "其他",
};

/** Where to, as far as it is known. */
export function goal({ transfer }: Passage): string {
  const { to, target, place } = transfer;
  if (place)
    return [place.province, place.city, place.county, place.name]
      .filter(Boolean)
      .join(" ");
  return to?.name ?? target?.name ?? "";
}

export function why({ transfer }: Passage): string {
  return transfer.words
    ? `${transfer.reasonLabel}：${transfer.words}`
    : transfer.reasonLabel;
}

export interface Place {
  id: string;
  name: string;
  path: string;
}

/** Organisations a transfer may lead to, or branches below one. */
export async function places(q: string, within?: string): Promise<Place[]> {
  const found = within
    ? await take(api.GET("/api/branches", { params: { query: { q, within } } }))
    : await take(api.GET("/api/transfer-targets", { params: { query: { q } } }));
  return found.items;
}
