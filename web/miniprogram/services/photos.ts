import type { Photo } from "../../shared/api";
import { newKey } from "./act";
import { send } from "./send";
import { Trouble } from "./trouble";

const LARGEST = 5 * 1024 * 1024;

/** A picture on this phone. */
export interface Picked {
  path: string;
  size: number;
}

/** From the camera or the album; none when the member thinks better of it. */
export function choose(most: number): Promise<Picked[]> {
  return new Promise((settle) =>
    wx.chooseMedia({
      count: most,
      mediaType: ["image"],
      sizeType: ["compressed"],
      success: ({ tempFiles }) =>
        settle(
          tempFiles.map(({ tempFilePath, size }) => ({
            path: tempFilePath,
            size,
          })),
        ),
      fail: () => settle([]),
    }),
  );
}

/** Hands a picture to the server; gives its id there. */
export async function upload({ path, size }: Picked): Promise<string> {
  if (size > LARGEST) throw refused("照片太大，每张不能超过 5 MB");
  const body = await read(path);
  const { id } = await send<Photo>({
    method: "POST",
    path: "/api/registration/photos",
    type: typeOf(body),
    body,
    key: newKey(),
  });
  return id;
}

function read(filePath: string): Promise<ArrayBuffer> {
  return new Promise((settle, fail) =>
    wx.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => settle(data as ArrayBuffer),
      fail: () => fail(refused("这张照片读不出来，请换一张")),
    }),
  );
}

/** By what the file begins with, not by its name. */
function typeOf(content: ArrayBuffer): string {
  const [first, second] = new Uint8Array(content);
  if (first === 0xff && second === 0xd8) return "image/jpeg";
  if (first === 0x89 && second === 0x50) return "image/png";
  throw refused("只能使用 JPG 或 PNG 照片");
}

function refused(sentence: string): Trouble {
  return new Trouble("REFUSED", sentence);
}
