/** Nothing comes, goes or changes its colour any more, but for what never ends: what fades is unreadable in between. */
export function settled(page) {
  return page.waitForFunction(
    () =>
      !document.querySelector("[class*='-enter-'], [class*='-leave-']") &&
      document
        .getAnimations()
        .every(
          (one) =>
            one.playState !== "running" ||
            one.effect.getComputedTiming().endTime === Infinity,
        ),
    undefined,
    { polling: 100 },
  );
}
