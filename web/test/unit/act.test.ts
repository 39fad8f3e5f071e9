import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { act } from "../../miniprogram/services/act";

const MINUTE = 60_000;

let answers: boolean;
let keys: string[];

beforeEach(() => {
  keys = [];
  answers = false;
  vi.useFakeTimers();
  vi.stubGlobal("wx", {
    getStorageSync: () => "",
    request: ({ header, success, fail }: Request) => {
      keys.push(header["Idempotency-Key"]!);
      if (answers) success({ statusCode: 200, data: {} });
      else fail();
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what was not answered keeps its key while it is tried again, and not for ever", async () => {
  const first = await tap("/api/withdraw");
  await vi.advanceTimersByTimeAsync(9 * MINUTE);
  expect(await tap("/api/withdraw")).toBe(first);
  await vi.advanceTimersByTimeAsync(9 * MINUTE);
  expect(await tap("/api/withdraw")).toBe(first);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(await tap("/api/withdraw")).not.toBe(first);
});

test("what was answered is over", async () => {
  answers = true;
  expect(await tap("/api/leave")).not.toBe(await tap("/api/leave"));
});

/** Gives the key that was sent, long after the last retry. */
async function tap(path: string): Promise<string> {
  const acted = act({ method: "POST", path }, {}).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(5_000);
  await acted;
  return keys.at(-1)!;
}

interface Request {
  header: Record<string, string>;
  success: (answer: object) => void;
  fail: () => void;
}
