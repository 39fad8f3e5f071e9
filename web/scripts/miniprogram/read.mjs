// Reads an upload folder: its app.json, every page and every component reached from them.
import fs from "node:fs";
import path from "node:path";

export function readUpload(root) {
  const app = json(root, "app");
  const missing = [];
  const components = new Map();
  const queue = app.pages.map((name) => ({ name, page: true }));
  const globals = uses(app, "app");
  for (const name of Object.values(globals)) queue.push({ name, page: false });
  while (queue.length) {
    const { name, page } = queue.shift();
    if (components.has(name)) continue;
    missing.push(...missingFiles(root, name));
    const config = json(root, name) ?? {};
    const using = uses(config, name);
    components.set(name, { page, config, using });
    for (const used of Object.values(using))
      queue.push({ name: used, page: false });
  }
  return { root, app, globals, components, missing };
}

export function text(root, name) {
  const file = path.join(root, name);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}

function json(root, name) {
  const content = text(root, `${name}.json`);
  return content === undefined ? undefined : JSON.parse(content);
}

function missingFiles(root, name) {
  return ["json", "js", "wxml"]
    .map((kind) => `${name}.${kind}`)
    .filter((file) => text(root, file) === undefined);
}

/** usingComponents with every reference made absolute. */
function uses(config, base) {
  const entries = Object.entries(config.usingComponents ?? {});
  return Object.fromEntries(
    entries.map(([tag, ref]) => [tag, absolute(ref, base)]),
  );
}

function absolute(ref, base) {
  if (ref.startsWith("/")) return ref.slice(1);
  return path.posix.join(path.posix.dirname(base), ref);
}
