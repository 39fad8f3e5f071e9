import { ref } from "vue";

/** Work that may fail: whether it is under way, and in words why it failed. The answer says whether it went well. */
export function useWork() {
  const said = ref("");
  const busy = ref(false);
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    busy.value = true;
    said.value = "";
    try {
      await work();
      return true;
    } catch (error) {
      said.value = (error as Error).message;
      return false;
    } finally {
      busy.value = false;
    }
  }

  /** Of several questions under way only the last counts: what an older one brings or meets is dropped. */
  let asked = 0;
  async function latest<T>(ask: () => Promise<T>, show: (answer: T) => unknown): Promise<void> {
    const mine = ++asked;
    const isLate = () => mine !== asked;
    busy.value = true;
    said.value = "";
    try {
      const answer = await ask();
      if (!isLate()) await show(answer);
    } catch (error) {
      if (!isLate()) said.value = (error as Error).message;
    } finally {
      if (!isLate()) busy.value = false;
    }
  }
  return { said, busy, run, latest };
}
