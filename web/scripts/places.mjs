// Where things lie and where they go.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const web = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "..",
);
export const source = path.join(web, "miniprogram");
export const shared = path.join(web, "shared");
/** The folder that is uploaded to Tencent; the runner runs the very same. */
export const upload = path.join(web, "target", "miniprogram");
export const site = path.join(web, "target", "classes", "static");
