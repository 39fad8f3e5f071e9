import { setTimeout } from "node:timers/promises";

const PATIENCE_MILLIS = 15_000;

/** Nothing comes, goes or changes its colour any more, but for what never ends: what fades is unreadable in between. */
export async function settled(page) {
  const end = Date.now() + PATIENCE_MILLIS;
  for (let still = false; !still; ) {
    const left = await page.evaluate(moving);
    still = !left.length;
    if (!still && Date.now() > end) throw new Error(`It does not come to rest: ${left}`);
    if (!still) await setTimeout(100);
  }
}

/** What moves, in the page. */
function moving() {
  // Of two changes at once one may never be told its end; what nobody sees has ended.
  const passing = [
    ...document.querySelectorAll("[class*='-enter-'], [class*='-leave-']"),
  ].filter((one) => one.checkVisibility({ opacityProperty: true }));
  const running = document
    .getAnimations()
    .filter((one) => one.playState === "running")
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ effect }) => effect.target);
  return [...passing, ...running].map((one) => `${one.tagName} ${one.className}`);
}
