// Makes a static web page that runs an upload folder with glass-easel, WeChat's own component framework.
import esbuild from "esbuild";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildStyles } from "./styles.mjs";

const runner = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

export async function buildRunner(model, templates, out) {
  const { css, scopes } = buildStyles(model);
  fs.mkdirSync(out, { recursive: true });
  await esbuild.build({
    stdin: { contents: entry(model, templates, scopes), resolveDir: runner },
    outfile: path.join(out, "mp.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    logLevel: "warning",
  });
  fs.copyFileSync(
    path.join(runner, "page", "bridge.js"),
    path.join(out, "bridge.js"),
  );
  const base = ["frame", "builtins", "sheets"].map((name) =>
    fs.readFileSync(path.join(runner, "page", "styles", `${name}.css`), "utf8"),
  );
  fs.writeFileSync(path.join(out, "mp.css"), [...base, css].join("\n"));
  fs.copyFileSync(
    path.join(runner, "page", "index.html"),
    path.join(out, "index.html"),
  );
}

/** The one script of the page: the runner, told which components there are and how to load each. */
function entry({ root, app, globals, components }, templates, scopes) {
  const load = (name) =>
    `() => require(${JSON.stringify(path.join(root, `${name}.js`))})`;
  const parts = [...components].map(([name, { page, config, using }]) => {
    const absolute = Object.fromEntries(
      Object.entries(using).map(([tag, ref]) => [tag, `/${ref}`]),
    );
    const description = JSON.stringify({
      page,
      config: { ...config, usingComponents: absolute },
      scope: scopes[name],
    });
    return `${JSON.stringify(name)}: {...${description}, load: ${load(name)}}`;
  });
  return `import { boot } from "./page/boot";
boot({
  app: ${JSON.stringify(app)},
  globals: ${JSON.stringify(globals)},
  templates: ${templates},
  loadApp: ${load("app")},
  components: {${parts.join(",\n")}},
});`;
}
