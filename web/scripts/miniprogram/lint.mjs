// What would make the upload fail or a page stay blank; the build stops on any of it.
import fs from "node:fs";
import path from "node:path";
import { BUILT_IN_TAGS } from "../../runner/build/tags.mjs";
import { text } from "./read.mjs";

export const MAIN_PACKAGE_LIMIT = 2 * 1024 * 1024;

export function lint(model, templateProblems) {
  return [
    ...model.missing.map((file) => `${file} is missing`),
    ...templateProblems,
    ...unknownTags(model),
    ...tooLarge(model.root),
    ...foreignHosts(model.root),
  ];
}

export function sizeOf(root) {
  return filesOf(root).reduce((sum, file) => sum + fs.statSync(file).size, 0);
}

function unknownTags({ root, components, globals }) {
  return [...components].flatMap(([name, { using }]) => {
    const source = (text(root, `${name}.wxml`) ?? "").replace(
      /<!--[\s\S]*?-->/g,
      "",
    );
    const tags = [...source.matchAll(/<([a-z][\w-]*)/g)].map((m) => m[1]);
    return [...new Set(tags)]
      .filter((t) => !BUILT_IN_TAGS.has(t) && !using[t] && !globals[t])
      .map((t) => `${name}.wxml: <${t}> is neither built in nor declared`);
  });
}

function tooLarge(root) {
  const size = sizeOf(root);
  return size > MAIN_PACKAGE_LIMIT
    ? [`the package has ${size} bytes, more than ${MAIN_PACKAGE_LIMIT}`]
    : [];
}

/** A mini-program may only talk to the hosts registered for it; styles and templates to none. */
function foreignHosts(root) {
  return filesOf(root)
    .filter((file) => /\.(wxss|wxml)$/.test(file))
    .filter((file) =>
      /https?:\/\/(?!www\.w3\.org\/)/.test(fs.readFileSync(file, "utf8")),
    )
    .map((file) => `${path.relative(root, file)} names a foreign host`);
}

function filesOf(root) {
  return fs
    .readdirSync(root, { recursive: true })
    .map((name) => path.join(root, name))
    .filter((file) => fs.statSync(file).isFile());
}
