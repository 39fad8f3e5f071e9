import type { Callbacks } from "./answer";

interface Request extends Callbacks {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  timeout?: number;
}

/** wx.request. The host registered for the mini-program is this page's own. */
export function request(options: Request): { abort: () => void } {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), options.timeout ?? 60_000);
  send(options, control.signal)
    .then(
      (result) => {
        options.success?.(result);
        options.complete?.(result);
      },
      (error: Error) => {
        const timedOut =
          error.name === "AbortError" ? "timeout" : error.message;
        const result = { errMsg: `request:fail ${timedOut}` };
        options.fail?.(result);
        options.complete?.(result);
      },
    )
    .finally(() => clearTimeout(timer));
  return { abort: () => control.abort() };
}

async function send(options: Request, signal: AbortSignal) {
  const method = options.method ?? "GET";
  const address = new URL(options.url);
  const local = address.pathname + address.search;
  const response = await fetch(local, {
    method,
    signal,
    headers: { "content-type": "application/json", ...options.header },
    ...(method === "GET" || options.data === undefined
      ? {}
      : { body: bytesOrJson(options.data) }),
  });
  const text = await response.text();
  return {
    statusCode: response.status,
    data: parsed(text),
    header: Object.fromEntries(response.headers),
    errMsg: "request:ok",
  };
}

function bytesOrJson(data: unknown): BodyInit {
  return data instanceof ArrayBuffer ? data : JSON.stringify(data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
