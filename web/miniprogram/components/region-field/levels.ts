import type { Region } from "../../../shared/api";
import { get } from "../../services/send";

/** One picker: what may be chosen and what is. */
export interface Level {
  options: Region[];
  index: number;
  name: string;
}

const known = new Map<string, Region[]>();

/** The pickers from the provinces down to a code, with an open one below it when it has parts. */
export async function levelsTo(code: string): Promise<Level[]> {
  const levels: Level[] = [];
  let within = "";
  for (;;) {
    const options = await regionsWithin(within);
    const index = options.findIndex((region) => holds(region.code, code));
    const chosen = options[index];
    levels.push({ options, index, name: chosen?.name ?? "" });
    if (!chosen?.parted) return levels;
    within = chosen.code;
  }
}

/** By the digits of GB/T 2260: two for the province, four with the city. */
function holds(region: string, code: string): boolean {
  if (region.endsWith("0000")) return region.slice(0, 2) === code.slice(0, 2);
  if (region.endsWith("00")) return region.slice(0, 4) === code.slice(0, 4);
  return region === code;
}

async function regionsWithin(code: string): Promise<Region[]> {
  const kept = known.get(code);
  if (kept) return kept;
  const query = code ? `?within=${code}` : "";
  const { items } = await get<{ items: Region[] }>(
    `/api/codes/regions${query}`,
  );
  known.set(code, items);
  return items;
}

/** 广东省广州市荔湾区; words of an older record as they are. */
export async function sayRegion(code: string): Promise<string> {
  if (!/^\d{6}$/.test(code)) return code;
  const levels = await levelsTo(code);
  return levels.map(({ name }) => name).join("");
}
