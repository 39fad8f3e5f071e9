// A page, the stub behind it, and the few things every story does.
import { settled } from "./settled.mjs";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";

const axeSource = fs.readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

export async function makeScene(browser, stub, name, width, options) {
  const context = await browser.newContext({
    viewport: { width, height: width < 1000 ? 740 : 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const noises = [];
  page.on("pageerror", (error) => noises.push(String(error)));
  page.on("console", (message) => {
    if (/property "|not unique|observer/i.test(message.text()))
      noises.push(message.text());
  });
  const foreign = [];
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && !stub.url.endsWith(host))
      foreign.push(request.url());
  });
  return {
    page,
    stub,
    width,
    ...options,
    shot: (label) => shoot(page, name, label),
    words: () => page.innerText("body").catch(String),
    checkLayout: (label) => checkLayout(page, label),
    checkAccess: (label) => checkAccess(page, label),
    checkQuiet() {
      assert.deepEqual(noises, [], "errors or warnings in the browser");
      assert.deepEqual(foreign, [], "requests to foreign hosts");
    },
    close: () => context.close(),
  };
}

async function shoot(page, name, label) {
  const folder = process.env.SHOTS;
  if (!folder) return;
  fs.mkdirSync(folder, { recursive: true });
  const file = `${name} ${label}`.replace(/\W+/g, "-");
  await page.screenshot({
    path: path.join(folder, `${file}.png`),
    fullPage: true,
  });
}

/** Nothing may stick out to the side. */
async function checkLayout(page, label) {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - innerWidth,
  );
  assert.ok(beyond <= 0, `${label} is ${beyond} px too wide`);
}

async function checkAccess(page, label) {
  await settled(page);
  await page.evaluate(axeSource);
  const faults = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ["violations"],
      iframes: false,
    });
    return violations
      .filter((v) => v.impact === "serious" || v.impact === "critical")
      .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
  });
  assert.deepEqual(faults, [], `accessibility of ${label}`);
}
