import { askForPhone } from "../sheets/phoneConsent";
import { actFor } from "./member";
import { storage } from "./storage";

const KEY = "wechat-phone";
const FIRST = "13900001234";

/** What a button of type getPhoneNumber tells its page. */
export async function phoneConsent(): Promise<object> {
  const known = String(storage.getStorageSync(KEY) || FIRST);
  const phone = await new Promise<string | undefined>((settle) =>
    askForPhone(known, settle),
  );
  if (!phone) return { errMsg: "getPhoneNumber:fail user deny" };
  storage.setStorageSync(KEY, phone);
  try {
    const { code } = await actFor<{ code: string }>("phone-code", { phone });
    return { code, errMsg: "getPhoneNumber:ok" };
  } catch {
    return { errMsg: "getPhoneNumber:fail" };
  }
}
