import { onMounted, onUnmounted, ref, shallowRef } from "vue";

/** What a page shows: fetched when it opens, and again when the phone comes back to it or into the net. */
export function useLoad<T>(fetch: () => Promise<T>) {
  const shown = shallowRef<T>();
  const trouble = ref("");
  async function load() {
    try {
      shown.value = await fetch();
      trouble.value = "";
    } catch (error) {
      trouble.value = (error as Error).message;
    }
  }
  function seen() {
    if (document.visibilityState === "visible") void load();
  }
  onMounted(() => {
    void load();
    document.addEventListener("visibilitychange", seen);
    addEventListener("online", seen);
  });
  onUnmounted(() => {
    document.removeEventListener("visibilitychange", seen);
    removeEventListener("online", seen);
  });
  return { shown, trouble, load };
}
