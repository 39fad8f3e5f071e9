// The files somebody chose, each with what became of it.
import { computed, reactive } from "vue";
import { newKey } from "../../door";
import { send } from "./sending";

export const MOST = 20;
export const LARGEST = 20 * 1024 * 1024;
const AT_ONCE = 3;

export type State =
  "CHOSEN" | "QUEUED" | "SENDING" | "CHECKING" | "FILED" | "WAITING" | "REFUSED";

export interface Upload {
  file: File;
  /** One deed: sent again with it the file counts once. */
  key: string;
  state: State;
  share: number;
  text: string;
  /** Nothing but another file helps. */
  final: boolean;
  registrationId?: string;
}

export const isUnderWay = ({ state }: Upload) =>
  state === "QUEUED" || state === "SENDING" || state === "CHECKING";
const canBeSent = ({ state, final }: Upload) =>
  state === "CHOSEN" || (state === "REFUSED" && !final);

export function useUploads() {
  const all = reactive<Upload[]>([]);
  const underWay = computed(() => all.filter(isUnderWay).length);
  const counted = (state: State) =>
    computed(() => all.filter((one) => one.state === state).length);

  /** Answers what people have to know about what was not added. */
  function add(files: File[]): string {
    const fresh = files.filter(
      (file) => !all.some((one) => isSame(one.file, file)),
    );
    const room = Math.max(0, MOST - all.length);
    fresh.slice(0, room).forEach((file) => all.push(chosen(file)));
    const said: string[] = [];
    if (fresh.length < files.length)
      said.push(`${files.length - fresh.length} 份已在列表中，没有重复加入。`);
    if (fresh.length > room)
      said.push(
        `一次最多上传 ${MOST} 份，有 ${fresh.length - room} 份没有加入，请上传完这些再选择。`,
      );
    return said.join("");
  }

  const remove = (upload: Upload) => {
    const at = all.indexOf(upload);
    if (at >= 0) all.splice(at, 1);
  };

  async function begin(some: Upload[]): Promise<void> {
    const queue = some.filter(canBeSent);
    for (const upload of queue) upload.state = "QUEUED";
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await one(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  return {
    all,
    underWay,
    filed: counted("FILED"),
    waiting: counted("WAITING"),
    refused: counted("REFUSED"),
    toSend: computed(() => all.filter((one) => one.state === "CHOSEN")),
    toRepeat: computed(() =>
      all.filter((one) => one.state === "REFUSED" && canBeSent(one)),
    ),
    add,
    remove,
    begin,
  };
}

async function one(upload: Upload): Promise<void> {
  Object.assign(upload, { state: "SENDING", share: 0, text: "" });
  try {
    const answer = await send(upload.file, upload.key, (share) => {
      upload.share = share;
      if (share === 1) upload.state = "CHECKING";
    });
    upload.state = answer.outcome;
    upload.text = answer.text;
    upload.registrationId = answer.registrationId ?? undefined;
  } catch (error) {
    upload.state = "REFUSED";
    upload.text = (error as Error).message;
  }
}

function chosen(file: File): Upload {
  const fault = faultOf(file);
  return {
    file,
    key: newKey(),
    state: fault ? "REFUSED" : "CHOSEN",
    share: 0,
    text: fault,
    final: fault !== "",
  };
}

/** What needs no server to be seen; it stays the judge of everything else. */
function faultOf({ name, size }: File): string {
  if (!/\.pdf$/i.test(name))
    return "只能上传 PDF 文件；拍摄的照片请用手机在企业微信里上传。";
  if (size > LARGEST)
    return "文件超过 20 MB，请降低扫描分辨率（200 dpi 就够清楚）后重新扫描。";
  return size ? "" : "文件是空的，请重新扫描或导出。";
}

const isSame = (a: File, b: File) =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

/** 3.2 MB */
export function saySize(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
