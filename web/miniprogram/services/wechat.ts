/** WeChat's one-time code for this person, or nothing when WeChat gives none. */
export async function loginCode(): Promise<string | undefined> {
  try {
    return (await wx.login()).code;
  } catch {
    return undefined;
  }
}

/** Asks for permission to push; a refusal never stops the member. */
export function askToPush(templateIds: string[]): Promise<void> {
  if (!templateIds.length) return Promise.resolve();
  return new Promise((settle) =>
    wx.requestSubscribeMessage({
      tmplIds: templateIds,
      complete: () => settle(),
    }),
  );
}

/** What the camera reads from a QR code; nothing when the member thinks better of it. */
export function scan(): Promise<string | undefined> {
  return new Promise((settle) =>
    wx.scanCode({
      scanType: ["qrCode"],
      success: ({ result }) => settle(result),
      fail: () => settle(undefined),
    }),
  );
}

export function confirm(
  title: string,
  content: string,
  confirmText: string,
): Promise<boolean> {
  return new Promise((settle) =>
    wx.showModal({
      title,
      content,
      confirmText,
      success: (chosen) => settle(chosen.confirm),
      fail: () => settle(false),
    }),
  );
}

export function say(sentence: string): void {
  wx.showToast({ title: sentence, icon: "none", duration: 2500 });
}
