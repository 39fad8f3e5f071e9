import type { Finding, Profile } from "../../../shared/api";
import { todayInChina } from "../../../shared/rules/dates";
import { checkProfile } from "../../../shared/rules/profile";
import { STEPS, stepOf } from "../../../shared/rules/steps";
import type { Verdict } from "./verdict";

/** What is known to be wrong without asking the server anew. */
export function findingsOf(profile: Profile, verdict: Verdict): Finding[] {
  const found = checkProfile(profile, todayInChina(new Date()));
  const fields = found.map(({ field }) => field);
  const more = verdict.faultsOf(profile);
  return [...found, ...more.filter(({ field }) => !fields.includes(field))];
}

/** One sentence for each field, the first that was found. */
export function sentencesOf(found: Finding[]): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const { field, message } of found)
    sentences[field] = sentences[field] ?? message;
  return sentences;
}

/** Which steps have something to correct. */
export function stepsWith(errors: Record<string, string>): boolean[] {
  const steps = Object.keys(errors).map(stepOf);
  return STEPS.map((_, index) => steps.includes(index));
}
