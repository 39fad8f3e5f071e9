// Decisions, one by one: each has its own key, so that a lost answer is asked for again and counts once.
import { api, newKey, Refusal, take } from "../../door";
import type { Line, Review } from "./words";

export interface Wish {
  decision: "APPROVE" | "RETURN";
  reason: string;
  note: string;
  /** Which branch takes the member, where a committee names it. */
  branchId?: string;
}

export type Chosen = Pick<Line, "id" | "name" | "kind">;

export interface Result {
  line: Chosen;
  /** Under way, done, or in words why not. */
  outcome: "WAITING" | "DONE" | "REFUSED" | "UNSURE";
  text: string;
  key: string;
}

const AT_A_TIME = 4;

export function decide(id: string, body: Wish, key: string): Promise<Review> {
  return take(
    api.POST("/api/console/reviews/{id}/decision", {
      params: { path: { id } },
      body,
      headers: { "Idempotency-Key": key },
    }),
  );
}

export function begin(lines: Chosen[]): Result[] {
  return lines.map((line) => ({
    line,
    outcome: "WAITING",
    text: "等待处理",
    key: newKey(),
  }));
}

/** What one of them meets never stops the others. Run again, it goes on with what has no answer yet. */
export async function decideAll(results: Result[], wish: Wish): Promise<void> {
  const left = results.filter(({ outcome }) => outcome !== "DONE" && outcome !== "REFUSED");
  const worker = async () => {
    for (let one = left.shift(); one; one = left.shift()) await settle(one, wish);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

async function settle(one: Result, wish: Wish): Promise<void> {
  try {
    const { decided } = await decide(one.line.id, wish, one.key);
    one.text = decided?.text ?? "已处理";
    one.outcome = "DONE";
  } catch (error) {
    const certain = error instanceof Refusal && error.status < 500;
    one.text = (error as Error).message;
    one.outcome = certain ? "REFUSED" : "UNSURE";
  }
}
