// Has every template looked at by Tencent's own compiler too, where its program runs on this machine.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const ROOM = 64 * 1024 * 1024;

/** What it complains about; nothing where it can't run. */
export function complaints(upload) {
  try {
    require("miniprogram-compiler").wxmlToJs(upload, { maxBuffer: ROOM });
    return [];
  } catch (error) {
    return /\.wxml:\d+/.test(error.message) ? [error.message.trim()] : [];
  }
}
