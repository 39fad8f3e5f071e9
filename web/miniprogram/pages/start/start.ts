import type { Invitation, Me } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";
import { get, send } from "../../services/send";
import { memory } from "../../services/storage";
import { Trouble } from "../../services/trouble";
import { pageFor } from "../../services/way";

/** Opened from the official account's link: shows the branch one is invited to. */
Page({
  data: {
    state: "LOADING",
    text: "",
    invitation: null as Invitation | null,
    until: "",
    refusal: "",
    signedIn: false,
    /** Came by a code that no platform tells the server of. */
    uncounted: false,
  },

  onLoad(query: Record<string, string | undefined>) {
    const invite = query["invite"] ?? codeFromOutside(query);
    this.data.uncounted = !query["invite"] && Boolean(invite);
    if (invite) memory.invitation.set(invite);
    if (query["scan"]) memory.scan.set(query["scan"]);
    this.load();
  },

  async load() {
    this.setData({ state: "LOADING" });
    try {
      if (await this.leadOn()) return;
      await this.loadInvitation();
      this.setData({ state: "READY" });
    } catch (error) {
      const trouble = error as Trouble;
      this.setData({ state: trouble.kind ?? "BROKEN", text: trouble.message });
    }
  },

  /** Someone with a registration under way is taken to it. */
  async leadOn(): Promise<boolean> {
    const me = memory.session.get() ? await whoAmI() : undefined;
    this.setData({ signedIn: Boolean(me) });
    if (!me) return false;
    const page = pageFor(me);
    if (page.includes("profile")) return false;
    wx.reLaunch({ url: page });
    return true;
  },

  async loadInvitation() {
    const code = memory.invitation.get();
    if (!code) return;
    try {
      const path = `/api/invitations/${encodeURIComponent(code)}`;
      const invitation = this.data.uncounted
        ? await send<Invitation>({ method: "POST", path: `${path}/openings` })
        : await get<Invitation>(path);
      this.data.uncounted = false;
      if (invitation.branch) memory.within.clear();
      else memory.within.set(invitation.organisation.id);
      const until = sayInstant(invitation.expiresAt);
      this.setData({ invitation, until, refusal: "" });
    } catch (error) {
      if (!(error instanceof Trouble) || error.kind !== "REFUSED") throw error;
      memory.invitation.clear();
      this.setData({ invitation: null, refusal: whatToDo(error) });
    }
  },

  begin() {
    const url = this.data.signedIn
      ? "/pages/profile/profile"
      : "/pages/account/account";
    wx.navigateTo({ url });
  },

  signIn() {
    wx.navigateTo({ url: "/pages/login/login" });
  },
});

/** What the mini-program's own code says (scene), or an address of ours that WeChat opens it for (q). */
function codeFromOutside(
  query: Record<string, string | undefined>,
): string | undefined {
  if (query["scene"]) return decodeURIComponent(query["scene"]);
  const address = decodeURIComponent(query["q"] ?? "");
  return /\/i\/([\w-]+)/.exec(address)?.[1];
}

/** The member behind the stored session; nobody when it has ended. */
async function whoAmI(): Promise<Me | undefined> {
  try {
    return await send<Me>({ method: "GET", path: "/api/me", keepOn401: true });
  } catch (error) {
    if (!(error instanceof Trouble) || error.status !== 401) throw error;
    memory.session.clear();
    return undefined;
  }
}

const WHAT_TO_DO: Record<string, string> = {
  INVITATION_UNKNOWN:
    "没有找到这个二维码对应的邀请。请向团支书要一张新的二维码再扫一次，也可以先注册，填资料时自己查找团支部。",
  INVITATION_EXPIRED:
    "这张二维码已经过期。请向团支书要一张新的二维码再扫一次，也可以先注册，填资料时自己查找团支部。",
  INVITATION_REVOKED:
    "这张二维码已被停用。请向团支书要一张新的二维码再扫一次，也可以先注册，填资料时自己查找团支部。",
};

function whatToDo(trouble: Trouble): string {
  return WHAT_TO_DO[trouble.code] ?? trouble.message;
}
