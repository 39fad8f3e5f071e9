// Walks through a running house as people would, on the sandbox page, with real clicks:
//   node test/browser/house.mjs http://127.0.0.1:8080 [FOLDER_FOR_PICTURES]
import fs from "node:fs";
import path from "node:path";
import { findChromium, launch } from "./chromium.mjs";
import { desk } from "./house/desk.mjs";
import { invent } from "./house/person.mjs";
import { walk } from "./house/walk.mjs";

const [url, shots] = process.argv.slice(2);
const chromium = findChromium();
if (!chromium) {
  console.log("SKIPPED  the walk through the house: no Chromium found");
  process.exit(0);
}
if (!url) {
  console.error("Which house? Give its address, such as http://127.0.0.1:8080");
  process.exit(2);
}

const browser = await launch(chromium);
const page = await browser.newPage({ viewport: { width: 1440, height: 1100 } });
page.setDefaultTimeout(15_000);
const noises = [];
page.on("pageerror", (error) => noises.push(String(error)));

let step = "the page opens";
let taken = 0;
const began = Date.now();
async function told(title, act) {
  step = title;
  const started = Date.now();
  await act();
  if (noises.length) throw new Error(`errors in the page: ${noises}`);
  console.log(`ok ${String(Date.now() - started).padStart(6)} ms  ${title}`);
}
async function shot(name) {
  if (!shots) return;
  taken += 1;
  const number = String(taken).padStart(2, "0");
  fs.mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: path.join(shots, `${number}-${name}.png`) });
}

let failed = false;
try {
  await page.goto(url);
  await walk({ ...desk(page), person: invent(), told, shot });
  console.log(
    `The walk went well in ${Math.round((Date.now() - began) / 1000)} s.`,
  );
} catch (error) {
  failed = true;
  console.error(`FAILED  ${step}\n${error.stack ?? error}`);
  await shot("failed");
}
await browser.close();
process.exit(failed ? 1 : 0);
