// The sandbox as it is now: its state and its wire, kept fresh over server-sent events.
import { reactive } from "vue";
import type { SandboxState, WireEntry } from "./shapes";
import { ask } from "./actors";

const WIRE_KEPT = 400;
const WIRE_PAGE = 200;
const RETRY_MILLIS = 2000;

export const live = reactive({
  state: undefined as SandboxState | undefined,
  wire: [] as WireEntry[],
  connected: false,
  failure: "",
});

let loading = false;
let again = false;

export function start(): void {
  const events = new EventSource("/sandbox/events");
  events.addEventListener("open", () => {
    live.connected = true;
    void refresh();
    void catchUp();
  });
  events.addEventListener("error", () => {
    live.connected = false;
    if (events.readyState === EventSource.CLOSED)
      setTimeout(start, RETRY_MILLIS);
  });
  events.addEventListener("state", () => void refresh());
  events.addEventListener("wire", (event) =>
    keep([JSON.parse((event as MessageEvent<string>).data) as WireEntry]),
  );
}

/** Reads the state once more; changes that come while reading lead to one more reading. */
export async function refresh(): Promise<void> {
  if (loading) return void (again = true);
  loading = true;
  try {
    const state = await ask<SandboxState>("GET", "/state");
    if (live.state && state.version < live.state.version) startOver();
    live.state = state;
    live.failure = "";
  } catch (error) {
    live.failure = String(error);
    setTimeout(() => void refresh(), RETRY_MILLIS);
  }
  loading = false;
  if (!again) return;
  again = false;
  await refresh();
}

/** The sandbox was started anew and counts from the beginning. */
function startOver(): void {
  live.wire = [];
  void catchUp();
}

/** The newest entries at first; later everything since the last one seen. */
async function catchUp(): Promise<void> {
  const newest = live.wire.at(-1)?.id;
  const after = newest === undefined ? "" : `after=${newest}&`;
  const path = `/wire?${after}limit=${WIRE_PAGE}`;
  const { entries } = await ask<{ entries: WireEntry[] }>("GET", path);
  keep(entries);
  if (after && entries.length === WIRE_PAGE) await catchUp();
}

function keep(entries: WireEntry[]): void {
  const known = new Set(live.wire.map((entry) => entry.id));
  const fresh = entries.filter((entry) => !known.has(entry.id));
  if (!fresh.length) return;
  live.wire = [...live.wire, ...fresh]
    .sort((a, b) => a.id - b.id)
    .slice(-WIRE_KEPT);
}
