import { ref } from "vue";
import { useWork } from "../../work";

interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list that is read page by page, forwards, and from its beginning when what narrows it changes. */
export function useList<T>(read: (after?: string) => Promise<Page<T>>) {
  const { said, busy, latest } = useWork();
  const items = ref<T[]>();
  const next = ref<string | null>(null);
  const first = ref(true);

  const turn = (after?: string) =>
    latest(
      () => read(after),
      (page) => {
        items.value = page.items;
        next.value = page.next;
        first.value = !after;
      },
    );
  return { said, busy, items, next, first, turn };
}
