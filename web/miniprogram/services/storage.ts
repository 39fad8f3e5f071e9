/** What the phone remembers between visits. */
export const memory = {
  session: slot("session"),
  /** The invitation whose link opened the mini-program. */
  invitation: slot("invitation"),
  /** The organisation of an invitation that names no branch: one below it is to be chosen. */
  within: slot("within"),
  /** Says which organisation's code was scanned: where a transfer shall lead to. */
  target: slot("target"),
  /** The one-time token that ties the scan to the account made with it. */
  scan: slot("scan"),
  /** What the way to a provider and back was begun with; of no use to anybody else. */
  journey: slot("journey"),
  /** What asks again about a request to re-bind; it says whose request it is. */
  ticket: slot("ticket"),
};

function slot(key: string) {
  return {
    get: (): string => wx.getStorageSync(key) || "",
    set: (value: string) => wx.setStorageSync(key, value),
    clear: () => wx.removeStorageSync(key),
  };
}
