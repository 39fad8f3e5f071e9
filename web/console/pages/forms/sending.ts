// One file on its way: fetch tells nothing of how far an upload is, XMLHttpRequest does.
import type { components } from "../../../generated/api";
import { forget, kept } from "../../session";

export type HandedIn = components["schemas"]["HandedInForm"];

const ADDRESS = "/api/console/forms";
const BROKE_OFF = "没有传上去：网络不通，或文件已被移动、修改。请重试，或重新选择文件。";
const NO_ANSWER = "服务暂时不可用，请稍后重试。";
/** Longer than the server waits for its turn. */
const PATIENCE_MILLIS = 180_000;

/** The answer about this file. What the server said of the request as a whole, or that it said nothing, is thrown. */
export function send(
  file: File,
  key: string,
  reached: (share: number) => void,
): Promise<HandedIn> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", ADDRESS);
    request.setRequestHeader("Idempotency-Key", key);
    if (kept.value) request.setRequestHeader("X-Session", kept.value.session);
    request.timeout = PATIENCE_MILLIS;
    request.upload.onprogress = ({ loaded, total }) => reached(loaded / total);
    request.onload = () => {
      const answer = read(request.responseText);
      if (answer.items?.[0]) return resolve(answer.items[0]);
      if (request.status === 401) forget();
      reject(new Error(answer.detail ?? NO_ANSWER));
    };
    request.onerror = () => reject(new Error(BROKE_OFF));
    request.ontimeout = () => reject(new Error(NO_ANSWER));
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
}

function read(text: string): { items?: HandedIn[]; detail?: string } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
