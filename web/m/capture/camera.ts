// The phone's own camera and album, through WeChat Work's script. Whatever is in its way, plain files remain.
import { api, take } from "../door";

interface Options {
  [name: string]: unknown;
  success?: (answer: { localIds: string[]; serverId: string }) => void;
  fail?: (answer: { errMsg: string }) => void;
  cancel?: () => void;
}

interface Bridge {
  config(wish: object): void;
  ready(listen: () => void): void;
  error(listen: (answer: { errMsg: string }) => void): void;
  chooseImage(options: Options): void;
  uploadImage(options: Options): void;
}

export interface Camera {
  /** Names of pictures on this phone; none when its owner thought better of it. */
  choose(count: number): Promise<string[]>;
  /** Hands one to WeChat Work; resolves to the media id it has there. */
  upload(localId: string): Promise<string>;
}

const PATIENCE_MILLIS = 5000;
const CALLS = ["chooseImage", "uploadImage"];
const bridge = () => (window as { wx?: Bridge }).wx;

/** Nothing when this window is not WeChat Work's, or it does not let us. */
export async function findCamera(): Promise<Camera | undefined> {
  try {
    const url = location.href.replace(/#.*/, "");
    const signed = await take(
      api.GET("/api/work/jssdk", { params: { query: { url } } }),
    );
    const ours = signed.script.startsWith(`${location.origin}/`);
    if (!ours && !/wxwork/i.test(navigator.userAgent)) return undefined;
    await load(signed.script);
    await configure(signed);
    return { choose, upload };
  } catch {
    return undefined;
  }
}

function load(script: string): Promise<void> {
  if (bridge()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    Object.assign(tag, { src: script, onload: resolve, onerror: reject });
    document.head.append(tag);
  });
}

function configure(signed: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const wx = bridge();
    if (!wx) return reject(new Error("no bridge"));
    setTimeout(() => reject(new Error("not ready")), PATIENCE_MILLIS);
    wx.ready(resolve);
    wx.error(({ errMsg }) => reject(new Error(errMsg)));
    wx.config({
      beta: true,
      debug: false,
      appId: signed.corpId,
      timestamp: Number(signed.timestamp),
      nonceStr: signed.nonceStr,
      signature: signed.signature,
      jsApiList: CALLS,
    });
  });
}

function choose(count: number): Promise<string[]> {
  return new Promise((resolve, reject) =>
    bridge()?.chooseImage({
      count: Math.min(count, 9),
      // Compressed pictures are too small to read the seal.
      sizeType: ["original"],
      sourceType: ["camera", "album"],
      success: ({ localIds }) => resolve(localIds),
      cancel: () => resolve([]),
      fail: ({ errMsg }) =>
        /cancel/.test(errMsg) ? resolve([]) : reject(new Error(errMsg)),
    }),
  );
}

function upload(localId: string): Promise<string> {
  return new Promise((resolve, reject) =>
    bridge()?.uploadImage({
      localId,
      isShowProgressTips: 0,
      success: ({ serverId }) => resolve(serverId),
      fail: () => reject(new Error("照片没有传上去，请再试一次。")),
    }),
  );
}
