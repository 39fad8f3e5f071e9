import { API_BASE } from "../config";
import { signInAgain } from "./send";
import { memory } from "./storage";
import { Trouble, fromResponse, offline } from "./trouble";

const TIMEOUT_MILLIS = 60_000;

/** Fetches a file of the signed-in member; gives the path of the temporary copy. */
export async function download(
  path: string,
  header: Record<string, string> = {},
): Promise<string> {
  const { statusCode, tempFilePath } = await arrived(path, header);
  if (statusCode < 400) return tempFilePath;
  if (statusCode === 401) signInAgain();
  throw fromResponse(statusCode, await refusalIn(tempFilePath));
}

/** Shows a PDF or a sheet with what the phone has for it. */
export function openDocument(
  path: string,
  fileType?: "pdf" | "xlsx",
): Promise<void> {
  return new Promise((settle, fail) =>
    wx.openDocument({
      filePath: path,
      showMenu: true,
      ...(fileType ? { fileType } : {}),
      success: () => settle(),
      fail: () => fail(refused("这份文件打不开，请换一台手机再试")),
    }),
  );
}

/**
 * Lets the member send the file to a chat of their own (文件传输助手), where it can be kept: WeChat opens no ZIP itself. It
 * wants a tap for that, so nothing may be waited for before. Gives false when the member thinks better of it.
 */
export function handOver(path: string, fileName: string): Promise<boolean> {
  return new Promise((settle, fail) =>
    wx.shareFileMessage({
      filePath: path,
      fileName,
      success: () => settle(true),
      fail: ({ errMsg }) =>
        /cancel/.test(errMsg)
          ? settle(false)
          : fail(refused("文件没有发出，请再试一次")),
    }),
  );
}

/** Puts a picture into the phone's album; without the member's leave it says how to give it. */
export function saveImage(path: string): Promise<void> {
  return new Promise((settle, fail) =>
    wx.saveImageToPhotosAlbum({
      filePath: path,
      success: () => settle(),
      fail: ({ errMsg }) => fail(refused(whyNotSaved(errMsg))),
    }),
  );
}

function arrived(path: string, header: Record<string, string>) {
  return new Promise<{ statusCode: number; tempFilePath: string }>(
    (settle, fail) =>
      wx.downloadFile({
        url: API_BASE + path,
        header: { "X-Session": memory.session.get(), ...header },
        timeout: TIMEOUT_MILLIS,
        success: settle,
        fail: () => fail(offline()),
      }),
  );
}

/** WeChat keeps a refusal's body as a file like any other. */
function refusalIn(filePath: string): Promise<unknown> {
  return new Promise((settle) =>
    wx.getFileSystemManager().readFile({
      filePath,
      encoding: "utf8",
      success: ({ data }) => settle(parsed(String(data))),
      fail: () => settle({}),
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function whyNotSaved(errMsg: string): string {
  if (/cancel/.test(errMsg)) return "没有保存";
  if (/auth|authorize|permission/.test(errMsg))
    return "没有保存：请点右上角“…”，在“设置”里允许保存到相册后再试";
  return "没有保存成功，请再试一次";
}

function refused(sentence: string): Trouble {
  return new Trouble("REFUSED", sentence);
}
