// Writes everything people look at to target/classes/static.
import path from "node:path";
import { build } from "vite";
import { buildRunner } from "../runner/build/build.mjs";
import { lint, sizeOf } from "./miniprogram/lint.mjs";
import { pack } from "./miniprogram/pack.mjs";
import { readUpload } from "./miniprogram/read.mjs";
import { compileTemplates } from "./miniprogram/templates.mjs";
import { complaints } from "./miniprogram/tencent.mjs";
import { shared, site, source, upload, web } from "./places.mjs";

const started = Date.now();

pack({ source, shared, upload });
const model = readUpload(upload);
const templates = compileTemplates(model);
const problems = [
  ...lint(model, templates.problems),
  ...complaints(upload),
];
if (problems.length) {
  console.error(`The mini-program has faults:\n  ${problems.join("\n  ")}`);
  process.exit(1);
}

await build({ configFile: path.join(web, "vite.config.ts"), logLevel: "warn" });
await buildRunner(model, templates.code, path.join(site, "mp"));

const kilobytes = Math.round(sizeOf(upload) / 1024);
console.log(
  `web: mini-program ${kilobytes} KB, ${model.components.size} pages and components; built in ${Date.now() - started} ms`,
);
