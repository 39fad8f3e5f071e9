import type { Problem } from "../../shared/api";

/** Why a request brought no result. */
export class Trouble extends Error {
  constructor(
    readonly kind: "OFFLINE" | "REFUSED" | "BROKEN",
    message: string,
    readonly status = 0,
    readonly problem: Problem = {},
  ) {
    super(message);
  }

  get code(): string {
    return this.problem.code ?? "";
  }

  /** Field names with the sentence that belongs beside each. */
  fieldMessages(): Record<string, string> {
    const messages: Record<string, string> = {};
    for (const error of this.problem.errors ?? [])
      if (!messages[error.field]) messages[error.field] = error.message;
    return messages;
  }
}

export function offline(): Trouble {
  return new Trouble("OFFLINE", "网络不通，请检查网络后再试");
}

export function fromResponse(status: number, body: unknown): Trouble {
  const problem = (typeof body === "object" && body ? body : {}) as Problem;
  if (status >= 500) {
    const away = status === 503 ? problem.detail : undefined;
    const said = away ?? "服务暂时不可用，请稍后再试";
    return new Trouble("BROKEN", said, status, problem);
  }
  const sentence =
    problem.detail ?? problem.title ?? "请求没有被接受，请稍后再试";
  return new Trouble("REFUSED", sentence, status, problem);
}

export function sentenceOf(error: unknown): string {
  return error instanceof Trouble ? error.message : "出了点问题，请稍后再试";
}
