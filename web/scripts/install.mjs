// Installs the packages of package-lock.json, unless node_modules already holds exactly those.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { web } from "./places.mjs";

const stamp = path.join(web, "node_modules", ".tuanwu-lock");
const wanted = createHash("sha256")
  .update(readFileSync(path.join(web, "package-lock.json")))
  .update(`${process.platform} ${process.arch}`)
  .digest("hex");

if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
  console.log("web: packages are up to date");
} else {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
  const windows = process.platform === "win32";
  execFileSync(windows ? "npm.cmd" : "npm", ["ci", ...quiet], {
    cwd: web,
    stdio: "inherit",
    shell: windows,
  });
  writeFileSync(stamp, wanted);
}
