// Turns miniprogram/ into the folder that is uploaded: TypeScript becomes CommonJS, the shared rules move inside.
import esbuild from "esbuild";
import fs from "node:fs";
import path from "node:path";

const COPIED = /\.(json|wxml|wxss|wxs|png|jpg|svg)$/;
const NOT_SHIPPED = new Set(["tsconfig.json"]);

export function pack({ source, shared, upload }) {
  fs.rmSync(upload, { recursive: true, force: true });
  fs.mkdirSync(upload, { recursive: true });
  // Beside the upload, not in it: tells the bundler that its scripts are CommonJS.
  fs.writeFileSync(path.join(upload, "..", "package.json"), "{}\n");
  const job = { source, shared, upload, done: new Set() };
  for (const name of fs.readdirSync(source, { recursive: true })) {
    const file = path.join(source, name);
    if (NOT_SHIPPED.has(name) || fs.statSync(file).isDirectory()) continue;
    if (/\.ts$/.test(name) && !/\.d\.ts$/.test(name)) compile(job, file);
    else if (COPIED.test(name)) write(job, name, fs.readFileSync(file));
  }
}

function compile(job, file) {
  if (job.done.has(file)) return;
  job.done.add(file);
  const target = placeOf(job, file);
  const { code } = esbuild.transformSync(fs.readFileSync(file, "utf8"), {
    loader: "ts",
    format: "cjs",
    target: "es2018",
    sourcefile: file,
  });
  const moved = code.replace(/require\("(\.[^"]+)"\)/g, (_, ref) => {
    const wanted = sourceOf(path.resolve(path.dirname(file), ref), file);
    if (wanted.startsWith(job.shared)) compile(job, wanted);
    const from = path.dirname(target);
    const to = placeOf(job, wanted).replace(/\.js$/, "");
    const relative = path.relative(from, to).split(path.sep).join("/");
    return `require("${relative.startsWith(".") ? relative : `./${relative}`}")`;
  });
  write(job, target, moved);
}

function sourceOf(stem, from) {
  const found = [`${stem}.ts`, path.join(stem, "index.ts")].find(fs.existsSync);
  if (!found) throw new Error(`${from} imports ${stem}, which is missing`);
  return found;
}

/** Where a source file lies in the upload, relative to its root. */
function placeOf({ source, shared }, file) {
  const inside = file.startsWith(shared + path.sep)
    ? path.join("shared", path.relative(shared, file))
    : path.relative(source, file);
  return inside.replace(/\.ts$/, ".js");
}

function write({ upload }, name, content) {
  const file = path.join(upload, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}
