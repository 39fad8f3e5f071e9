// Compiles every template with the compiler of glass-easel and collects what it complains about.
import { createRequire } from "node:module";
import path from "node:path";
import { text } from "./read.mjs";

const { TmplGroup } = createRequire(import.meta.url)(
  "glass-easel-template-compiler",
);

export function compileTemplates({ root, components }) {
  const group = new TmplGroup();
  const job = { root, group, seen: new Set(), problems: [] };
  for (const name of components.keys()) addTemplate(job, name);
  return { code: group.getTmplGenObjectGroups(), problems: job.problems };
}

function addTemplate(job, name) {
  if (job.seen.has(name)) return;
  job.seen.add(name);
  const source = text(job.root, `${name}.wxml`);
  if (source === undefined)
    return void job.problems.push(`${name}.wxml is missing`);
  for (const found of job.group.addTmpl(name, source) ?? [])
    job.problems.push(`${name}.wxml: ${say(found)}`);
  for (const used of job.group.getDirectDependencies(name))
    addTemplate(job, used);
  for (const script of job.group.getScriptDependencies(name))
    addScript(job, script);
}

function addScript(job, name) {
  if (job.seen.has(`${name}.wxs`)) return;
  job.seen.add(`${name}.wxs`);
  const source = text(job.root, `${name}.wxs`);
  if (source === undefined)
    return void job.problems.push(`${name}.wxs is missing`);
  job.group.addScript(name, source.replace(/\.wxs(['"]\s*\))/g, "$1"));
  for (const [, ref] of source.matchAll(
    /require\(\s*['"]([^'"]+?)(?:\.wxs)?['"]/g,
  ))
    addScript(job, path.posix.join(path.posix.dirname(name), ref));
}

function say(found) {
  const at = found.startLine === undefined ? "" : `line ${found.startLine}: `;
  return at + (found.message ?? JSON.stringify(found));
}
