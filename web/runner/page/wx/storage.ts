import { member } from "./member";

const prefix = `tuanwu.mp.${member}.`;

/** wx storage, apart for each member because all phones share one browser. */
export const storage = {
  getStorageSync(key: string): unknown {
    const text = localStorage.getItem(prefix + key);
    return text === null ? "" : JSON.parse(text);
  },
  setStorageSync(key: string, value: unknown): void {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  },
  removeStorageSync(key: string): void {
    localStorage.removeItem(prefix + key);
  },
};
