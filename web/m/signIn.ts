// To WeChat Work's authorisation page and back. What must survive the trip rests under the trip's state.
import { api, Refusal, session, take } from "./door";

interface Trip {
  proof: string;
  /** The fragment to come back to. */
  page: string;
  again: boolean;
}

export interface Arrival {
  code: string;
  state: string;
  trip: Trip;
}

const place = (state: string) => `tuanwu.m.${state}`;

/**
 * What this page was opened with, if it came back from a trip of this browser; the address is put right at once, so that
 * no code stays in it. "lost": it came back from a trip nobody here began.
 */
export function arrive(): Arrival | "lost" | undefined {
  const query = new URLSearchParams(location.search);
  const [code, state] = [query.get("code"), query.get("state")];
  if (code === null && state === null) return undefined;
  const kept = state && takeOut(place(state));
  const trip = kept ? (JSON.parse(kept) as Trip) : undefined;
  history.replaceState(null, "", location.pathname + (trip?.page ?? ""));
  return trip && code && state ? { code, state, trip } : "lost";
}

/** Leaves for the authorisation page; resolves only when that can't be. */
export async function leave(again = false): Promise<void> {
  const begun = await take(api.GET("/api/work/sign-in"));
  const trip: Trip = { proof: begun.proof, page: location.hash, again };
  sessionStorage.setItem(place(begun.state), JSON.stringify(trip));
  location.replace(begun.address);
  await new Promise(() => {});
}

/** Opens the session. A code that was too old is worth one more trip. */
export async function signIn({ code, state, trip }: Arrival): Promise<void> {
  const { proof } = trip;
  try {
    const body = { code, state, proof };
    const opened = await take(api.POST("/api/work/sessions", { body }));
    session.value = opened.session;
  } catch (error) {
    const old = error instanceof Refusal && error.code === "WORK_CODE_INVALID";
    if (!old || trip.again) throw error;
    await leave(true);
  }
}

function takeOut(key: string): string | null {
  const value = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return value;
}
