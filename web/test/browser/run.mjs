// Drives the built pages in a real Chromium against the stub. SHOTS=dir also takes pictures.
import { startStub } from "../stub/server.mjs";
import { accountStories } from "./account.mjs";
import { findChromium, launch } from "./chromium.mjs";
import { edgeStories } from "./edges.mjs";
import {
  correctionStory,
  editStory,
  lifeEdgeStories,
  readingStory,
} from "./life.mjs";
import { registrationStory } from "./registration.mjs";
import {
  menuStory,
  sandboxStory,
  scanStory,
  troubleStory,
  workPageStory,
} from "./sandbox.mjs";
import { platformsStory } from "./platforms.mjs";
import { makeScene } from "./scene.mjs";
import { transferStories } from "./transfers.mjs";
import {
  workCorrectionStory,
  workEdgeStories,
  workFormStory,
  workListStory,
  workReturnStory,
} from "./work.mjs";

/** What fits 320 px with large text fits it with small text too. */
const sizes = [
  [320, { font: 24, access: true }],
  [375, { access: true }],
];

const tests = [
  ...[375, 1440].map((width) => [
    `a member registers at ${width} px`,
    width,
    registrationStory,
    { access: width === 375 },
  ]),
  [
    "a member registers with large text at 320 px",
    320,
    registrationStory,
    { font: 24, access: false },
  ],
  ...sizes.flatMap(([width, options]) => [
    [`a member reads at ${nameOf(width, options)}`, width, readingStory, options],
    [`a member edits at ${nameOf(width, options)}`, width, editStory, options],
    [
      `a member asks for a correction at ${nameOf(width, options)}`,
      width,
      correctionStory,
      options,
    ],
  ]),
  ...Object.entries({ ...accountStories, ...transferStories }).flatMap(([name, story]) =>
    sizes.map(([width, options]) => [
      `${name} at ${nameOf(width, options)}`,
      width,
      story,
      options,
    ]),
  ),
  ...Object.entries(lifeEdgeStories).map(([name, story]) => [name, 375, story]),
  ...Object.entries(edgeStories).map(([name, story]) => [name, 375, story]),
  ...[320, 375, 1440].map((width) => [
    `the sandbox draws a card and sends a click at ${width} px`,
    width,
    sandboxStory,
  ]),
  ...[375, 1440].map((width) => [
    `faults and the clock are driven at ${width} px`,
    width,
    troubleStory,
  ]),
  ...[390, 1440].map((width) => [
    `what the platforms remember is shown at ${width} px`,
    width,
    platformsStory,
  ]),
  ["a menu is tapped in WeChat Work", 1440, menuStory],
  ["a card's link opens in the operator's phone", 1440, workPageStory],
  ["a member scans the code on the PC and reads an SMS", 1440, scanStory],
  ...[320, 414].flatMap((width) => [
    [`an operator approves on the page at ${width} px`, width, workListStory],
    [`an operator returns on the page at ${width} px`, width, workReturnStory],
    [
      `an operator reads a correction at ${width} px`,
      width,
      workCorrectionStory,
    ],
    [`an operator reads a form at ${width} px`, width, workFormStory],
  ]),
  ...Object.entries(workEdgeStories).map(([name, story]) => [name, 360, story]),
];

const chromium = findChromium();
if (!chromium) {
  for (const [name] of tests) console.log(`SKIPPED  ${name}`);
  console.log(
    "SKIPPED: no Chromium found; set CHROMIUM or install one to run the browser tests",
  );
  process.exit(0);
}

const LANES = 2;
const wanted = process.argv[2] ?? "";
const queue = tests.filter(([name]) => name.includes(wanted));
const browser = await launch(chromium);
let failed = 0;
await Promise.all(Array.from({ length: LANES }, runLane));
await browser.close();
process.exit(failed ? 1 : 0);

function nameOf(width, { font }) {
  return font ? `${width} px with large text` : `${width} px`;
}

async function runLane() {
  while (queue.length) await runTest(...queue.shift());
}

/** With BROWSER_TRIES=2, for a machine that stalls, what fails is tried once more, and both are told. */
async function runTest(...test) {
  for (let left = Number(process.env.BROWSER_TRIES ?? 1); left > 0; left--)
    if (await passes(left > 1 ? "AGAIN" : "FAILED", ...test)) return;
  failed += 1;
}

async function passes(otherwise, name, width, story, options = {}) {
  const stub = await startStub();
  const started = Date.now();
  const scene = await makeScene(browser, stub, name, width, options);
  try {
    await story(scene);
    scene.checkQuiet();
    console.log(`ok       ${name} (${Date.now() - started} ms)`);
    return true;
  } catch (error) {
    console.error(`${otherwise.padEnd(8)} ${name}\n${error.stack ?? error}`);
    console.error(`The page said:\n${await scene.words()}`);
    await scene.shot("failed");
    return false;
  } finally {
    await scene.close();
    stub.stop();
  }
}
