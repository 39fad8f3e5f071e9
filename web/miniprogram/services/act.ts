import { type Outgoing, send } from "./send";
import { Trouble } from "./trouble";

interface Action {
  form: string;
  body: unknown;
  key: string;
  triedAt: number;
}

/** Nobody repeats a tap after that: what looks the same then is meant anew. */
const REPEATED_WITHIN_MILLIS = 10 * 60_000;

const unanswered = new Map<string, Action>();

type Call = Pick<Outgoing, "method" | "path" | "keepOn401">;

/**
 * One action of the user. Its key and body stay the same until the server has answered, also when
 * the user taps again after the network failed; a changed form, or one sent much later, is a new action.
 */
export async function act<T>(
  call: Call,
  form: object,
  prepare: () => Promise<unknown> | unknown = () => form,
): Promise<T> {
  const name = `${call.method} ${call.path}`;
  const action = await resume(name, JSON.stringify(form), prepare);
  try {
    const { body, key } = action;
    const answer = await send<T>({ ...call, body, key });
    unanswered.delete(name);
    return answer;
  } catch (error) {
    if (error instanceof Trouble && error.kind === "REFUSED")
      unanswered.delete(name);
    throw error;
  }
}

async function resume(
  name: string,
  form: string,
  prepare: () => Promise<unknown> | unknown,
): Promise<Action> {
  const triedAt = Date.now();
  const earlier = unanswered.get(name);
  const isRepeated =
    earlier?.form === form && triedAt - earlier.triedAt < REPEATED_WITHIN_MILLIS;
  const action = isRepeated
    ? { ...earlier, triedAt }
    : { form, body: await prepare(), key: newKey(), triedAt };
  unanswered.set(name, action);
  return action;
}

/** Random enough to tell actions apart; mini-programs have no crypto.randomUUID. */
export function newKey(): string {
  return "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx".replace(/x/g, () =>
    Math.floor(Math.random() * 16).toString(16),
  );
}
