// Runs one npm script; `npm` has another name on Windows, `node` has not.
import { spawnSync } from "node:child_process";
import { web } from "./places.mjs";

const windows = process.platform === "win32";
const run = spawnSync(
  windows ? "npm.cmd" : "npm",
  ["run", "--silent", process.argv[2]],
  { cwd: web, stdio: "inherit", shell: windows },
);
process.exit(run.status ?? 1);
