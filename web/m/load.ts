import { onMounted, onUnmounted, ref, shallowRef } from "vue";

/**
 * What a page shows: fetched when it opens, and again when the phone comes back to it or into the net. Of several answers
 * under way only the last one asked for counts.
 */
export function useLoad<T>(fetch: () => Promise<T>) {
  const shown = shallowRef<T>();
  const trouble = ref("");
  let asked = 0;
  async function latest(ask: () => Promise<T>) {
    const mine = ++asked;
    const isLate = () => mine !== asked;
    try {
      const answer = await ask();
      if (isLate()) return;
      shown.value = answer;
      trouble.value = "";
    } catch (error) {
      if (!isLate()) trouble.value = (error as Error).message;
    }
  }
  const load = () => latest(fetch);
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
  return { shown, trouble, load, latest };
}

interface Page {
  items: unknown[];
  next?: string | null;
}

/** A list that grows at its end, page by page; and begins anew, whatever was still to be added to it, when it is loaded. */
export function usePages<T extends Page>(fetch: (after?: string) => Promise<T>) {
  const { shown, trouble, load, latest } = useLoad(() => fetch());
  const busy = ref(false);
  async function more() {
    const before = shown.value;
    if (!before?.next || busy.value) return;
    busy.value = true;
    await latest(async () => {
      const page = await fetch(before.next!);
      return { ...page, items: [...before.items, ...page.items] };
    });
    busy.value = false;
  }
  /** Of another kind: what is shown is none of it. */
  function restart() {
    shown.value = undefined;
    return load();
  }
  return { shown, trouble, busy, load, more, restart };
}
