// The sandbox as it is now: its state and its wire, kept fresh over server-sent events.
import { reactive } from "vue";
import type { SandboxState, WireEntry } from "./shapes";
import { ask } from "./actors";

const WIRE_KEPT = 400;

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
    if (events.readyState === EventSource.CLOSED) setTimeout(start, 2000);
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
    live.state = await ask<SandboxState>("GET", "/state");
    live.failure = "";
  } catch (error) {
    live.failure = String(error);
  }
  loading = false;
  if (!again) return;
  again = false;
  await refresh();
}

async function catchUp(): Promise<void> {
  const after = live.wire.at(-1)?.id ?? 0;
  const path = `/wire?after=${after}&limit=200`;
  const { entries } = await ask<{ entries: WireEntry[] }>("GET", path);
  keep(entries);
}

function keep(entries: WireEntry[]): void {
  const known = new Set(live.wire.map((entry) => entry.id));
  const fresh = entries.filter((entry) => !known.has(entry.id));
  if (!fresh.length) return;
  live.wire = [...live.wire, ...fresh]
    .sort((a, b) => a.id - b.id)
    .slice(-WIRE_KEPT);
}
