import { make, makeButton, openVeil } from "../sheets/veil";
import { onlyByTap } from "../tap";
import { type Callbacks, answer } from "./answer";

interface Download extends Callbacks {
  url: string;
  header?: Record<string, string>;
  timeout?: number;
}

type OfPath = Callbacks & { filePath: string; encoding?: string };

/** wx's temporary files are blobs of this window; the address of one is its path. */
export const files = {
  downloadFile: (options: Download) =>
    answer(options, "downloadFile", download(options)),
  openDocument: (options: OfPath & { fileType?: string }) =>
    answer(options, "openDocument", openDocument(options)),
  shareFileMessage: (options: OfPath & { fileName?: string }) =>
    answer(
      options,
      "shareFileMessage",
      onlyByTap(() => keep(options.filePath, options.fileName ?? "文件.zip")),
    ),
  saveImageToPhotosAlbum: (options: OfPath) =>
    answer(options, "saveImageToPhotosAlbum", keep(options.filePath, "图片")),
  previewImage(options: Callbacks & { urls: string[]; current?: string }) {
    showPicture(options.current ?? options.urls[0]!);
    return answer(options, "previewImage", Promise.resolve({}));
  },
  chooseMedia: (options: Callbacks & { count?: number }) =>
    answer(options, "chooseMedia", choose(options.count ?? 9)),
  getFileSystemManager: () => ({
    readFile: (options: OfPath) =>
      answer(options, "readFile", read(options.filePath, options.encoding)),
  }),
};

async function download({ url, header, timeout = 60_000 }: Download) {
  const address = new URL(url);
  const response = await fetch(address.pathname + address.search, {
    headers: header ?? {},
    signal: AbortSignal.timeout(timeout),
  });
  return {
    statusCode: response.status,
    tempFilePath: URL.createObjectURL(await response.blob()),
  };
}

/** The album is a folder of this computer. */
function choose(count: number) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "image/*";
  input.multiple = count > 1;
  return new Promise<{ tempFiles: object[]; type: string }>((settle, fail) => {
    input.addEventListener("cancel", () => fail("cancel"));
    input.addEventListener("change", () => {
      const chosen = [...(input.files ?? [])].slice(0, count);
      const tempFiles = chosen.map((file) => ({
        tempFilePath: URL.createObjectURL(file),
        size: file.size,
        fileType: "image",
      }));
      settle({ tempFiles, type: "image" });
    });
    input.click();
  });
}

async function read(path: string, encoding?: string) {
  const kept = await fetch(path);
  return { data: encoding ? await kept.text() : await kept.arrayBuffer() };
}

/** A phone shows documents itself; a browser hands them to its downloads. */
async function openDocument(options: { filePath: string; fileType?: string }) {
  const { type } = await (await fetch(options.filePath)).blob();
  const ending = options.fileType ?? (/pdf/.test(type) ? "pdf" : "xlsx");
  return keep(options.filePath, `文件.${ending}`);
}

async function keep(path: string, name: string) {
  const link = document.createElement("a");
  link.href = path;
  link.download = name.includes(".") ? name : `${name}.png`;
  link.click();
  return {};
}

function showPicture(path: string): void {
  const box = make("section", "wx-picture");
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", "图片");
  const close = openVeil(box);
  const picture = make("img", "");
  picture.src = path;
  picture.alt = "";
  box.append(picture, makeButton("关闭", close));
}
