let tapping = false;

/** Runs what a thumb began. */
export function whileTapping<T>(work: () => T): T {
  tapping = true;
  try {
    return work();
  } finally {
    tapping = false;
  }
}

/** Some of wx works only while a tap is handled: whoever waited for an answer in between comes too late. */
export function onlyByTap<T>(work: () => Promise<T>): Promise<T> {
  return tapping
    ? work()
    : Promise.reject("can only be invoked by user TAP gesture.");
}
