import type { Arrived, LinkedOffer } from "../../shared/api";
import { get, send } from "./send";
import { act, newKey } from "./act";
import { memory } from "./storage";

/** Where else one may have an account to sign in with. Trouble means none: there are other ways in. */
export async function offers(): Promise<LinkedOffer[]> {
  try {
    const { items } = await get<{ items: LinkedOffer[] }>(
      "/api/linked/providers",
    );
    return items;
  } catch {
    return [];
  }
}

/** Begins the way to a provider; the ticket stays here, the address is for the web view. */
export async function begin(provider: string): Promise<string> {
  const { address, ticket } = await send<{ address: string; ticket: string }>({
    method: "POST",
    path: `/api/linked/${provider}/beginnings`,
    body: {},
    key: newKey(),
    keepOn401: true,
  });
  memory.journey.set(ticket);
  return address;
}

/** Ends the way with the code the page brought back. */
export function redeem(code: string): Promise<Arrived> {
  return act<Arrived>(
    { method: "POST", path: "/api/sessions/linked", keepOn401: true },
    { ticket: memory.journey.get(), code },
  );
}

export function sendCode(phone: string): Promise<{ resendAfterSeconds: number }> {
  return act(
    { method: "POST", path: "/api/sessions/linked/sms-codes", keepOn401: true },
    { ticket: memory.journey.get(), phone },
  );
}

/** Proves whose phone it is; `prepare` adds what is fetched only when it is sent. */
export function prove(
  proof: Record<string, string>,
  prepare: () => Promise<object>,
): Promise<Arrived> {
  const form = { ticket: memory.journey.get(), ...proof };
  return act<Arrived>(
    { method: "POST", path: "/api/sessions/linked/proofs", keepOn401: true },
    form,
    async () => ({ ...form, ...(await prepare()) }),
  );
}
