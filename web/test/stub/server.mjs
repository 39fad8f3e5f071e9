// Serves the built pages with canned answers, for the browser tests and for a quick look:
//   node test/stub/server.mjs 8090
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { site } from "../../scripts/places.mjs";
import { accountApi } from "./account.mjs";
import { api } from "./api.mjs";
import { consoleApi } from "./console.mjs";
import { memberApi } from "./member.mjs";
import { sandbox } from "./sandbox.mjs";
import { transferApi } from "./transfers.mjs";
import { workApi } from "./work.mjs";
import { newWorld } from "./world.mjs";

const TYPES = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
};

const routes = Object.entries({
  ...api,
  ...accountApi,
  ...memberApi,
  ...transferApi,
  ...consoleApi,
  ...workApi,
  ...sandbox,
}).map(([pattern, handle]) => ({
  pattern: new RegExp(`^${pattern}$`),
  handle,
}));

export function startStub(port = 0) {
  const world = newWorld();
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, "http://stub");
    if (url.pathname === "/sandbox/events") return events(world, response);
    if (!/^\/(api|sandbox)\//.test(url.pathname)) return file(url, response);
    read(request).then((body) => answer(world, request, response, url, body));
  });
  return new Promise((settle) =>
    server.listen(port, "127.0.0.1", () =>
      settle({
        world,
        url: `http://127.0.0.1:${server.address().port}`,
        stop: () => (server.closeAllConnections(), server.close()),
      }),
    ),
  );
}

function answer(world, request, response, url, text) {
  const name = `${request.method} ${url.pathname}`;
  const route = routes.find((r) => r.pattern.test(name));
  if (!route) return response.writeHead(404).end();
  const isJson = !/multipart|image/.test(request.headers["content-type"] ?? "");
  const call = {
    params: route.pattern.exec(name).slice(1).map(decodeURIComponent),
    query: url.searchParams,
    body: text && isJson ? JSON.parse(text) : {},
    session: request.headers["x-session"],
    key: request.headers["idempotency-key"],
    ticket: request.headers["x-ticket"],
  };
  world.calls.push({ name, ...call });
  const [status, body, type = "application/json"] = route.handle(world, call);
  const payload = Buffer.isBuffer(body) ? body : JSON.stringify(body ?? "");
  response.writeHead(status, { "content-type": type });
  response.end(status === 204 ? undefined : payload);
}

function events(world, response) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(": hello\n\n");
  const tell = (name, data) =>
    response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  world.bus.on("event", tell);
  response.on("close", () => world.bus.off("event", tell));
}

function file(url, response) {
  const name = url.pathname.endsWith("/")
    ? `${url.pathname}index.html`
    : url.pathname;
  const full = path.join(site, name);
  if (!full.startsWith(site) || !fs.existsSync(full))
    return response.writeHead(404).end();
  const type = TYPES[path.extname(full).slice(1)] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
  response.end(fs.readFileSync(full));
}

async function read(request) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await startStub(Number(process.argv[2] ?? 8090));
  console.log(`The pages with canned answers: ${url}/`);
}
