import type { Checked, Finding, Profile } from "../../../shared/api";
import { newKey } from "../../services/act";
import { send } from "../../services/send";

/** Leaving one of these asks the server: what it says hangs on rules and on what others hold. */
export const JUDGED = new Set([
  "documentKind",
  "documentNumber",
  "birthDate",
  "joinMonth",
  "memberNumber",
  "cadre",
]);

/** What is to be said of a profile besides its errors. */
export interface Remarks {
  warnings: Record<string, string>;
  /** Joined young enough to have to say why. */
  explain: boolean;
  /** A member number is asked of who joined then. */
  numbered: boolean;
  /** The number as typed is free. */
  numberIsFree: boolean;
}

/** What the server last said of the profile on a page. */
export class Verdict {
  /** Someone else is registered with this document. */
  taken = false;
  private explain = false;
  private warnings: Record<string, string> = {};
  private errors: Finding[] = [];
  /** The months whose joiners the server asked for a number. */
  private readonly numbered = new Set<string>();
  private freeNumber = "";
  private about = "";
  private turn = 0;

  /** False when something newer was asked meanwhile. */
  async ask(profile: Profile): Promise<boolean> {
    const turn = ++this.turn;
    const about = JSON.stringify(profile);
    const asked = JSON.parse(about) as Profile;
    const checked = await send<Checked>({
      method: "POST",
      path: "/api/registration/check",
      body: asked,
      key: newKey(),
    });
    if (turn !== this.turn) return false;
    this.about = about;
    this.take(asked, checked);
    return true;
  }

  /** A refused submission says the same as a check would have. */
  hear(errors: Finding[]) {
    this.taken = has(errors, "DOCUMENT_TAKEN");
    this.explain ||= has(errors, "JOIN_AGE_NOTE_REQUIRED");
    this.freeNumber = "";
  }

  /** What stands against this very profile, as far as the member has filled it in. */
  faultsOf(profile: Profile): Finding[] {
    if (JSON.stringify(profile) !== this.about) return [];
    return this.errors.filter(({ field }) => filledIn(profile, field));
  }

  remarksOn(profile: Profile): Remarks {
    const { memberNumber = "", joinMonth = "" } = profile;
    return {
      warnings: this.warnings,
      explain: this.explain,
      numbered: this.numbered.has(joinMonth),
      numberIsFree: Boolean(memberNumber) && memberNumber === this.freeNumber,
    };
  }

  private take(profile: Profile, { errors, warnings }: Checked) {
    const isAbout = (field: string) => errors.some((e) => e.field === field);
    const { joinMonth = "", memberNumber = "" } = profile;
    this.errors = errors;
    this.warnings = {};
    for (const { field, message } of warnings)
      this.warnings[field] = (this.warnings[field] ?? "") + message;
    this.taken = has(errors, "DOCUMENT_TAKEN");
    this.explain = has(warnings, "JOINED_UNDER_14") && !isAbout("joinMonth");
    if (has(errors, "MEMBER_NUMBER_REQUIRED")) this.numbered.add(joinMonth);
    // Without a month the server can't tell.
    this.freeNumber = joinMonth && !isAbout("memberNumber") ? memberNumber : "";
  }
}

function has(findings: Finding[], code: string): boolean {
  return findings.some((finding) => finding.code === code);
}

function filledIn(profile: Profile, field: string): boolean {
  const value = profile[field as keyof Profile];
  return value !== undefined && value !== "";
}
