import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { lint } from "../../scripts/miniprogram/lint.mjs";
import { readUpload } from "../../scripts/miniprogram/read.mjs";
import { complaints } from "../../scripts/miniprogram/tencent.mjs";
import { runsHere } from "../simulate/simulator.mjs";
import { compileTemplates } from "../../scripts/miniprogram/templates.mjs";

function faultsOf(files) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "mini-"));
  const all = {
    "app.json": '{"pages":["p/p"]}',
    "p/p.json": "{}",
    "p/p.js": "",
    "p/p.wxml": "<view>好</view>",
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), content);
  }
  const model = readUpload(root);
  const faults = lint(model, compileTemplates(model).problems);
  fs.rmSync(root, { recursive: true });
  return faults;
}

test("a sound mini-program has no faults", () => {
  expect(faultsOf({})).toEqual([]);
});

test("an unclosed tag is a fault", () => {
  expect(faultsOf({ "p/p.wxml": "<view>好" }).join()).toContain("p/p.wxml");
});

test("a page without its files is a fault", () => {
  expect(faultsOf({ "app.json": '{"pages":["p/p","q/q"]}' }).join()).toContain(
    "q/q.js is missing",
  );
});

test("a tag that nobody provides is a fault", () => {
  expect(faultsOf({ "p/p.wxml": "<canvas />" }).join()).toContain("<canvas>");
});

test("two megabytes and a byte are too much", () => {
  const big = "x".repeat(2 * 1024 * 1024);
  expect(faultsOf({ "p/big.js": big }).join()).toContain("the package has");
});

test("a style from a foreign host is a fault", () => {
  const style = '@font-face { src: url("https://fonts.example/a.ttf") }';
  expect(faultsOf({ "p/p.wxss": style }).join()).toContain("foreign host");
});

test.skipIf(!runsHere)("Tencent's compiler names the line it can't read", () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "mini-"));
  fs.writeFileSync(path.join(root, "p.wxml"), "<view>\n<text>好</view>");
  expect(complaints(root).join()).toContain("p.wxml:2");
  fs.writeFileSync(path.join(root, "p.wxml"), "<view>好</view>");
  expect(complaints(root)).toEqual([]);
  fs.rmSync(root, { recursive: true });
});
