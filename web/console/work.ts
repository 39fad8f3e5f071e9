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
  return { said, busy, run };
}
