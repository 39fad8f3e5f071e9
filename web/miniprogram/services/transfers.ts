import type { Transfer } from "../../shared/api";
import { get } from "./send";

/** The transfer that is under way. Pages that only mention it are whole without: trouble means none. */
export async function openTransfer(): Promise<Transfer | null> {
  try {
    const { items } = await get<{ items: Transfer[] }>("/api/me/transfers");
    return items.find(({ state }) => state === "OPEN") ?? null;
  } catch {
    return null;
  }
}
