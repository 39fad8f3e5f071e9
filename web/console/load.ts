import { ref } from "vue";
import { ConsoleRefusal } from "./door";

/** Work that may fail: says why, and tells when the session has ended. */
export function useWork(expired: () => void) {
  const said = ref("");
  const busy = ref(false);
  async function run(work: () => Promise<void>): Promise<void> {
    busy.value = true;
    said.value = "";
    try {
      await work();
    } catch (error) {
      if (error instanceof ConsoleRefusal && error.status === 401) expired();
      said.value = (error as Error).message;
    }
    busy.value = false;
  }
  return { said, busy, run };
}
