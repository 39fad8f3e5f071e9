import type { Branch, Profile, StoredProfile } from "../../../shared/api";
import { sayInstant } from "../../../shared/rules/dates";
import { act } from "../../services/act";
import { Trouble, sentenceOf } from "../../services/trouble";
import { invitationIsSaved } from "./opening";
import { keepTyped } from "./unsaved";

/** What the member has filled in so far; the server keeps it from step to step and when the page goes. */
export class Draft {
  unsaved = false;

  constructor(
    readonly account: string,
    readonly profile: Profile,
    public branch: Partial<Branch>,
  ) {}

  /** False when it was so already. */
  set(name: string, value: unknown): boolean {
    if ((this.profile[name as keyof Profile] ?? "") === value) return false;
    Object.assign(this.profile, { [name]: value });
    this.unsaved = true;
    return true;
  }

  choose(branch: Branch) {
    this.set("branchId", branch.id);
    delete this.profile.invitation;
    this.branch = branch;
  }

  /** Says how it went. */
  async save(): Promise<string> {
    this.unsaved = false;
    try {
      const call = { method: "PUT", path: "/api/registration" } as const;
      await act<StoredProfile>(call, this.profile);
      invitationIsSaved();
      const at = sayInstant(new Date().toISOString()).slice(-5);
      return `草稿已保存 ${at}`;
    } catch (error) {
      this.unsaved = true;
      this.keepIfSignedOut(error);
      return `草稿没有保存：${sentenceOf(error)}`;
    }
  }

  keepIfSignedOut(error: unknown) {
    const { account, profile, branch } = this;
    if (error instanceof Trouble && error.status === 401)
      keepTyped({ account, profile, branch });
  }
}
