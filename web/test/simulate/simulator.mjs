// Renders components of the mini-program in Tencent's own simulator, compiled by Tencent's own compiler.
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { JSDOM } from "jsdom";
import { pack } from "../../scripts/miniprogram/pack.mjs";
import { shared, source } from "../../scripts/places.mjs";

const require = createRequire(import.meta.url);

/** The compiler comes as a program for some machines only. */
export const runsHere = canRun();

/** A folder with the upload, gone when the tests of the file are over. */
export function makeUpload() {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "simulate-"));
  pack({ source, shared, upload: path.join(root, "upload") });
  return {
    upload: path.join(root, "upload"),
    remove: () => fs.rmSync(root, { recursive: true }),
  };
}

/** The simulator wants a page around it; the packer, which ran before, wants none. */
function openPage() {
  const { window } = new JSDOM("<!doctype html>");
  const { document, Event, CustomEvent, MutationObserver } = window;
  Object.assign(globalThis, { window, document, Event, CustomEvent });
  Object.assign(globalThis, { MutationObserver });
  return require("miniprogram-simulate");
}

/** A component with its properties, as it stands on a page. */
export function render(upload, name, properties) {
  const simulator = openPage();
  const id = simulator.load(path.join(upload, "components", name, name), {
    rootPath: upload,
    compiler: "official",
    less: false,
  });
  const component = simulator.render(id, properties);
  component.attach(document.createElement("parent"));
  return component;
}

export function textOf(component) {
  return component.dom.textContent.replace(/\s+/g, " ").trim();
}

function canRun() {
  try {
    const { wxmlToJs } = require("miniprogram-compiler");
    return wxmlToJs(source).includes("$gwx");
  } catch {
    return false;
  }
}
