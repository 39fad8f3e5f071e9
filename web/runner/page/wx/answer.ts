export interface Callbacks {
  success?: (result: any) => void;
  fail?: (result: any) => void;
  complete?: (result: any) => void;
}

/** Answers as wx does: through callbacks, and as a promise when there are none. */
export function answer<T extends object>(
  options: Callbacks | undefined,
  name: string,
  work: Promise<T>,
): Promise<T & { errMsg: string }> {
  const settled = work.then(
    (result) => ({ ...result, errMsg: `${name}:ok` }),
    (error: unknown) => {
      throw { errMsg: `${name}:fail ${String(error)}` };
    },
  );
  if (!options?.success && !options?.fail && !options?.complete) return settled;
  settled.then(
    (result) => {
      options.success?.(result);
      options.complete?.(result);
    },
    (result) => {
      options.fail?.(result);
      options.complete?.(result);
    },
  );
  return settled.catch(() => undefined as never);
}
