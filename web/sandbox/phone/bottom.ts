import { nextTick, onMounted, ref, watch } from "vue";

/** A list that stays at its newest line, as chats do. */
export function useBottom(watched: () => unknown) {
  const list = ref<HTMLElement>();
  const down = () =>
    nextTick(() => {
      if (list.value) list.value.scrollTop = list.value.scrollHeight;
    });
  onMounted(down);
  watch(watched, down);
  return list;
}
