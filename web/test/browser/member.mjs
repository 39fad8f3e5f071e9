// A member's whole way through a running house on a telephone, every page looked at:
//   node test/browser/member.mjs http://127.0.0.1:8080 [FOLDER_FOR_PICTURES] [WIDTH]
import fs from "node:fs";
import path from "node:path";
import { findChromium, launch } from "./chromium.mjs";
import { hands } from "./hands.mjs";
import { invent } from "./house/person.mjs";
import { houseAt } from "./member/house.mjs";
import { walk } from "./member/walk.mjs";
import { makeScene } from "./scene.mjs";

const [url, folder, width = "375"] = process.argv.slice(2);
const chromium = findChromium();
if (!chromium) {
  console.log("SKIPPED  the member's way: no Chromium found");
  process.exit(0);
}
if (!url) {
  console.error("Which house? Give its address, such as http://127.0.0.1:8080");
  process.exit(2);
}

const browser = await launch(chromium);
const scene = await makeScene(browser, { url }, "member", Number(width), {});
const { page } = scene;
let step = "the house is asked for an invitation";
let taken = 0;

/** A page as it stands: nothing sticks out, nothing serious for a screen reader, its picture. */
async function look(label) {
  await scene.checkLayout(label);
  await scene.checkAccess(label);
  if (!folder) return;
  await page.locator(".wx-toast").waitFor({ state: "detached" });
  taken += 1;
  const file = `${String(taken).padStart(2, "0")}-${label}.png`;
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, file), fullPage: true });
}

async function told(title, act) {
  step = title;
  const started = Date.now();
  await act();
  scene.checkQuiet();
  console.log(`ok ${String(Date.now() - started).padStart(6)} ms  ${title}`);
}

let failed = false;
try {
  const house = houseAt(url);
  const person = invent();
  await walk({ house, page, thumb: hands(page), person, told, look });
} catch (error) {
  failed = true;
  console.error(`FAILED  ${step}\n${error.stack ?? error}`);
  if (folder) await page.screenshot({ path: path.join(folder, "failed.png") });
}
await browser.close();
process.exit(failed ? 1 : 0);
