// Drives the built pages in a real Chromium against the stub. SHOTS=dir also takes pictures.
import { startStub } from "../stub/server.mjs";
import { findChromium, launch } from "./chromium.mjs";
import { consoleStory } from "./console.mjs";
import { edgeStories } from "./edges.mjs";
import { registrationStory } from "./registration.mjs";
import { sandboxStory } from "./sandbox.mjs";
import { makeScene } from "./scene.mjs";

const tests = [
  ...[320, 375, 1440].map((width) => [
    `a member registers at ${width} px`,
    width,
    registrationStory,
  ]),
  ["a member registers with large text at 320 px", 320, registrationStory, { font: 24 }],
  ...Object.entries(edgeStories).map(([name, story]) => [name, 375, story]),
  ...[320, 375, 1440].map((width) => [
    `the sandbox draws a card and sends a click at ${width} px`,
    width,
    sandboxStory,
  ]),
  ...[375, 1440].map((width) => [
    `an admin makes an invitation at ${width} px`,
    width,
    consoleStory,
  ]),
];

const chromium = findChromium();
if (!chromium) {
  for (const [name] of tests) console.log(`SKIPPED  ${name}`);
  console.log("SKIPPED: no Chromium found; set CHROMIUM or install one to run the browser tests");
  process.exit(0);
}

const wanted = process.argv[2] ?? "";
const browser = await launch(chromium);
let failed = 0;
for (const [name, width, story, options = {}] of tests) {
  if (!name.includes(wanted)) continue;
  const stub = await startStub();
  const started = Date.now();
  const scene = await makeScene(browser, stub, name, width, options);
  try {
    await story(scene);
    scene.checkQuiet();
    console.log(`ok       ${name} (${Date.now() - started} ms)`);
  } catch (error) {
    failed += 1;
    console.error(`FAILED   ${name}\n${error.stack ?? error}`);
    await scene.shot("failed");
  }
  await scene.close();
  stub.stop();
}
await browser.close();
process.exit(failed ? 1 : 0);
