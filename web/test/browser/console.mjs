// Walks through the console of a running house with real clicks:
//   node test/browser/console.mjs http://127.0.0.1:8080 [FOLDER_FOR_PICTURES] [WIDTH] [PART]
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, launch } from "./chromium.mjs";
import { desk } from "./console/desk.mjs";
import { makeScene } from "./scene.mjs";

const [url, shots, width = "1280", only] = process.argv.slice(2);
const chromium = findChromium();
if (!chromium) {
  console.log("SKIPPED  the walk through the console: no Chromium found");
  process.exit(0);
}
if (!url) {
  console.error("Which house? Give its address, such as http://127.0.0.1:8080");
  process.exit(2);
}
if (shots) process.env.SHOTS = shots;

const folder = fileURLToPath(new URL("./console", import.meta.url));
const parts = readdirSync(folder)
  .map((file) => path.basename(file, ".mjs"))
  .filter((part) => part !== "desk" && (!only || part === only))
  .sort();

const browser = await launch(chromium);
let failed = 0;
for (const part of parts) {
  const { walk } = await import(`./console/${part}.mjs`);
  const started = Date.now();
  const name = `${part} ${width}`;
  const scene = await makeScene(browser, { url }, name, Number(width), {});
  try {
    await walk({ ...scene, ...desk(scene) });
    scene.checkQuiet();
    console.log(`ok ${String(Date.now() - started).padStart(6)} ms  ${part}`);
  } catch (error) {
    failed += 1;
    console.error(`FAILED  ${part}\n${error.stack ?? error}`);
    await scene.shot("failed");
  }
  await scene.close();
}
await browser.close();
process.exit(failed ? 1 : 0);
